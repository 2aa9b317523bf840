# make help lists the targets.  V=1 shows commands.  MODE=sanitize builds with ASan and UBSan, MODE=coverage for gcov.
MODE ?= release
B := build/$(MODE)
GEN := build/gen
Q := $(if $(V),,@)
.DEFAULT_GOAL := all

VERSION := 0.1.0
# Where the programs look for sql/ and templates/ unless GREENPAPER_DATA says otherwise.
DATA_DIR ?= $(CURDIR)
PACKAGES := gcc g++ make pkg-config libfcgi-dev libpq-dev libctemplate-dev \
	libstemmer-dev libyaml-dev libjansson-dev libunistring-dev libcsv-dev \
	libcmark-dev libsodium-dev libcurl4-openssl-dev nginx postgresql tzdata curl
PACKAGES_CHECK := check libgumbo-dev libfcgi-bin python3 python3-yaml python3-aiosmtpd openssl locales unicode-data
PACKAGES_LINT := cppcheck clang-format clang-tidy mandoc
PACKAGES_WEB := chromium fonts-liberation default-jre-headless \
	$(if $(shell command -v node),,nodejs) $(if $(shell command -v npm),,npm)

LIBRARIES := libpq yaml-0.1 jansson libcmark libsodium
CPPFLAGS += -D_POSIX_C_SOURCE=200809L -I$(GEN) -iquote lib \
	$(shell pkg-config --cflags $(LIBRARIES) fcgi libctemplate 2>/dev/null)
WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wvla -Wconversion -Wwrite-strings \
	-Wformat=2 -Wundef $(if $(CI),-Werror)
WARNINGS_C := $(WARNINGS) -Wstrict-prototypes -Wmissing-prototypes -Wold-style-definition
HARDEN := -fstack-protector-strong -fstack-clash-protection -fcf-protection=full \
	-ftrivial-auto-var-init=zero -fPIE
# Sums are what they say on every processor: no multiplication melts into an addition.
FLAGS_release := -O2 -g -D_FORTIFY_SOURCE=3 $(HARDEN)
SANITIZE := -fsanitize=address,undefined -fno-sanitize-recover=undefined
FLAGS_sanitize := -O1 -g -fno-omit-frame-pointer $(SANITIZE) -fPIE
FLAGS_coverage := -O0 -g --coverage -fPIE
COMMON := $(FLAGS_$(MODE)) -ffp-contract=off -MMD -MP
CFLAGS += -std=c17 $(COMMON) $(WARNINGS_C)
CXXFLAGS += -std=c++17 $(COMMON) $(WARNINGS)
LDFLAGS += -pie -Wl,-z,relro,-z,now,-z,noexecstack \
	$(if $(filter sanitize,$(MODE)),$(SANITIZE)) $(if $(filter coverage,$(MODE)),--coverage)
LIBS_LIB := $(shell pkg-config --libs $(LIBRARIES) 2>/dev/null) -lunistring \
	-lctemplate_nothreads -lstdc++ -lpthread
LIBS_WEB := -lfcgi
LIBS_TOOL := -lstemmer -lcsv -lcurl -lm
LIBS_TEST := -lgumbo $(shell pkg-config --libs check 2>/dev/null)

LIB := $(wildcard lib/*.c lib/*.cc)
WEB := $(wildcard cgi/*.c)
TOOL := $(wildcard analysis/*.c analysis/*/*.c)
TEST := $(wildcard tests/*.c)
GENERATED := queries_list words_list templates_list
GENERATED_TOOL := stopwords_list welsh_list
objects = $(patsubst %,$(B)/%.o,$(basename $(1)))
LIB_OBJECTS := $(call objects,$(LIB)) $(GENERATED:%=$(B)/gen/%.o)
WEB_OBJECTS := $(call objects,$(WEB))
TOOL_OBJECTS := $(call objects,$(TOOL)) $(GENERATED_TOOL:%=$(B)/gen/%.o)
TEST_OBJECTS := $(call objects,$(TEST)) $(B)/gen/suites.o

.PHONY: all help
all: $(B)/greenpaper $(B)/greenpaper-web ## the two programs

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

$(B)/greenpaper-web: $(WEB_OBJECTS) $(B)/libgreenpaper.a
	$(if $(V),,@echo "  LINK $@")
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LIBS_WEB) $(LIBS_LIB)

$(B)/greenpaper: $(TOOL_OBJECTS) $(B)/libgreenpaper.a
	$(if $(V),,@echo "  LINK $@")
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LIBS_TOOL) $(LIBS_LIB)

$(B)/unit-tests: $(TEST_OBJECTS) $(filter-out %/main.o,$(WEB_OBJECTS) $(TOOL_OBJECTS)) $(B)/libgreenpaper.a
	$(if $(V),,@echo "  LINK $@")
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LIBS_WEB) $(LIBS_TOOL) $(LIBS_LIB) $(LIBS_TEST)

# For make bench.
$(B)/read-text: $(B)/tests/bench/read_text.o $(B)/tests/bench/text.o $(filter-out %/main.o,$(TOOL_OBJECTS)) $(B)/libgreenpaper.a
	$(if $(V),,@echo "  LINK $@")
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LIBS_TOOL) $(LIBS_LIB)

$(B)/letters: $(B)/tests/bench/letters.o
	$(if $(V),,@echo "  LINK $@")
	$(Q)$(CC) $(LDFLAGS) -o $@ $^

# For tests/snowball.sh and for whoever wants to see stems.
$(B)/stem-words: $(B)/tests/bench/stem_words.o $(filter $(B)/analysis/text/% $(B)/gen/%,$(TOOL_OBJECTS)) $(B)/libgreenpaper.a
	$(if $(V),,@echo "  LINK $@")
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LIBS_TOOL) $(LIBS_LIB)

$(B)/libgreenpaper.a: $(LIB_OBJECTS)
	$(Q)rm -f $@
	$(Q)ar rcs $@ $^

$(B)/cgi/%.o: CPPFLAGS += -Icgi
$(B)/analysis/%.o $(GENERATED_TOOL:%=$(B)/gen/%.o): CPPFLAGS += -Ianalysis
# What sums over themes goes faster where loops become the processor's vectors; no sum changes its order.
$(patsubst %,$(B)/analysis/themes/%.o,centres cluster logarithm mixture vector): CFLAGS += $(if $(filter release,$(MODE)),-O3 -fno-trapping-math)
$(B)/tests/%.o $(B)/gen/suites.o: CPPFLAGS += -Icgi -Ianalysis -Itests

$(B)/%.o: %.c | generated
	$(if $(V),,@echo "  CC   $<")
	@mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<

$(B)/%.o: %.cc | generated
	$(if $(V),,@echo "  CXX  $<")
	@mkdir -p $(@D)
	$(Q)$(CXX) $(CPPFLAGS) $(CXXFLAGS) -c -o $@ $<

$(B)/gen/%.o: $(GEN)/%.c | generated
	@mkdir -p $(@D)
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<

# --- what generators make -------------------------------------------------------------------------
QUERIES := $(sort $(wildcard sql/queries/*.sql))
TEMPLATES := $(sort $(wildcard templates/*.tpl))
STOPWORDS := $(sort $(wildcard analysis/text/stopwords/*.txt))
.PHONY: generated
generated: $(GENERATED:%=$(GEN)/%.h) $(GENERATED_TOOL:%=$(GEN)/%.h) $(GEN)/suites_list.h $(GEN)/build_list.h

# A generated file is replaced only when it changed, so that what stands on it is not built again.
define replace
	@mkdir -p $(@D)
	$(Q)$(1) >$@.new
	$(Q)cmp -s $@.new $@ && { rm $@.new; touch $@; } || mv $@.new $@
endef
HASH := \#
$(GEN)/build_list.h: Makefile
	$(call replace,printf '$(HASH)define %s "%s"\n' GREENPAPER_VERSION "$(VERSION)" DATA_DIR "$(DATA_DIR)")
$(GEN)/queries_list.h: sql/generate.sh sql/queries $(QUERIES)
	$(call replace,sql/generate.sh header $(QUERIES))
$(GEN)/queries_list.c: sql/generate.sh sql/queries $(QUERIES)
	$(call replace,sql/generate.sh source $(QUERIES))
$(GEN)/words_list.h: templates/generate.sh templates/words.en
	$(call replace,templates/generate.sh words-header templates/words.en)
$(GEN)/words_list.c: templates/generate.sh templates/words.en
	$(call replace,templates/generate.sh words-source templates/words.en)
$(GEN)/templates_list.h: templates/generate.sh templates $(TEMPLATES)
	$(call replace,templates/generate.sh header $(TEMPLATES))
$(GEN)/templates_list.c: templates/generate.sh templates $(TEMPLATES)
	$(call replace,templates/generate.sh source $(TEMPLATES))
$(GEN)/stopwords_list.h: analysis/text/stopwords/generate.sh $(STOPWORDS)
	$(call replace,analysis/text/stopwords/generate.sh header $(STOPWORDS))
$(GEN)/stopwords_list.c: analysis/text/stopwords/generate.sh $(STOPWORDS)
	$(call replace,analysis/text/stopwords/generate.sh source $(STOPWORDS))
$(GEN)/welsh_list.h: analysis/text/welsh/generate.sh analysis/text/welsh/words.txt
	$(call replace,analysis/text/welsh/generate.sh header analysis/text/welsh/words.txt)
$(GEN)/welsh_list.c: analysis/text/welsh/generate.sh analysis/text/welsh/words.txt
	$(call replace,analysis/text/welsh/generate.sh source analysis/text/welsh/words.txt)
$(GEN)/suites_list.h: tests/generate.sh tests $(TEST)
	$(call replace,tests/generate.sh header $(wildcard tests/test_*.c))
$(GEN)/suites.c: tests/generate.sh tests $(TEST)
	$(call replace,tests/generate.sh source $(wildcard tests/test_*.c))

# --- tests ----------------------------------------------------------------------------------------
# Those that want a whole site with PostgreSQL, workers and nginx.
SITE_TESTS := tests/requests_odd.py tests/bad_input.py tests/honest_input.py tests/returning.py tests/outage.py tests/stack.sh tests/supervisor.sh
.PHONY: check checks check-unit check-site check-tool sanitize
# The packages come first, in a make of their own: pkg-config knows only afterwards what they brought.
check: deps-check ## every test but the browser's, with a PostgreSQL and nginx of its own
	$(Q)$(MAKE) --no-print-directory checks
sanitize: deps-check ## the same under the address and undefined-behaviour sanitizers
	$(Q)$(MAKE) --no-print-directory MODE=sanitize checks
# Most of the time each of them waits, so two run side by side.
checks: all $(B)/unit-tests
	$(Q)$(MAKE) --no-print-directory -j2 --output-sync check-unit check-site check-tool
check-unit:
	$(Q)tests/postgres.sh $(B)/unit-tests
check-site:
	$(Q)MODE=$(MODE) tests/site.sh sh -ec 'for test; do $$test; done' sh $(SITE_TESTS)
# Sanitizers see nothing in determinism.sh that the transcripts do not run.
check-tool:
	$(Q)BUILD=$(B) tests/postgres.sh tests/tool.sh
	$(Q)BUILD=$(B) tests/postgres.sh tests/recount.sh
	$(Q)$(if $(filter sanitize,$(MODE)),,BUILD=$(B) tests/determinism.sh)
	$(Q)BUILD=$(B) tests/postgres.sh tests/mail.py

# COVERAGE_MIN=95 fails when the text and theme rooms have fewer of their lines run, in per cent.
.PHONY: coverage check-coverage
coverage: deps-check ## which lines the unit tests and the transcripts run; fails below COVERAGE_MIN
	$(Q)$(MAKE) --no-print-directory MODE=coverage check-coverage
check-coverage: all $(B)/unit-tests
	$(Q)find $(B) -name '*.gcda' -delete
	$(Q)failed=0; export BUILD=$(B) CK_TIMEOUT_MULTIPLIER=10; \
		tests/postgres.sh $(B)/unit-tests || failed=1; \
		tests/postgres.sh tests/tool.sh || failed=1; \
		tests/coverage.py $(B) $(COVERAGE_MIN) && exit $$failed

.PHONY: golden
golden: $(B)/unit-tests ## rewrite the golden pages, to be reviewed like code
	$(Q)rm -f tests/golden/*.html tests/golden/outcome/*
	$(Q)for suite in pages way types; do GOLDEN=write tests/postgres.sh $(B)/unit-tests $$suite || exit; done
	$(Q)GOLDEN=write $(B)/unit-tests outcome_page

.PHONY: fuzz
fuzz: generated $(GENERATED:%=$(GEN)/%.c) $(GENERATED_TOOL:%=$(GEN)/%.c) ## throw bytes at what reads requests, words and codeframes, each target for FUZZ_SECONDS (60); wants clang
	$(Q)for target in $(notdir $(basename $(wildcard tests/fuzz/*.c))); do tests/fuzz/run.sh $$target $(or $(FUZZ_SECONDS),60); done

# A commit takes 20 ms, as on a slow disk: a kill then finds most workers in the middle of a request.
.PHONY: durability
durability: all ## 5,000 responses while workers are killed; about two minutes
	$(Q)EXTRA="-c commit_delay=20000 -c commit_siblings=0" MODE=$(MODE) tests/site.sh tests/durability.sh

.PHONY: check-web
check-web: deps-web all ## answer the samples in real Chromium; axe, Lighthouse, Nu and html-validate; SHOTS=DIR takes screenshots
	$(Q)tests/site.sh tests/browser/check.sh

# --- measure --------------------------------------------------------------------------------------
.PHONY: bench bench-themes
bench: all $(B)/read-text $(B)/letters ## speeds beside their limits and peers; DATA=DIR with m10.csv for answers made of it
	$(Q)tests/postgres.sh tests/bench/speed.py $(B) $(DATA)
bench-themes: all ## score the themes on the labelled sets in DATA=DIR with the scorers in EVAL=DIR
	$(Q)tests/bench/themes.py $(B)/greenpaper "$(DATA)" "$(EVAL)"

# --- lint -----------------------------------------------------------------------------------------
C_FILES = $(LIB) $(WEB) $(TOOL) $(TEST) $(wildcard lib/*.h cgi/*.h analysis/*.h analysis/*/*.h tests/*.h tests/*/*.[ch])
SCRIPTS = $(wildcard */*.sh analysis/text/*/*.sh tests/*/*.sh .ci/run)
.PHONY: lint
lint: deps-lint generated ## walls, circles, templates and words, format, cppcheck, clang-tidy, manuals, scripts
	$(Q)tests/templates.sh
	$(Q)tests/walls.sh
	$(Q)tests/circles.sh
	$(Q)tests/lints.sh
	$(Q)clang-format --dry-run -Werror $(C_FILES)
	$(Q)cppcheck --quiet --error-exitcode=1 --inline-suppr --std=c11 -j2 --enable=warning,performance,portability \
		-I$(GEN) -Ilib -Icgi -Ianalysis -Itests $(LIB) $(WEB) $(TOOL)
	$(Q)printf '%s\n' $(filter %.c,$(LIB) $(WEB) $(TOOL)) | xargs -P2 -n8 sh -c \
		'clang-tidy --quiet "$$@" -- -std=c17 $(CPPFLAGS) -Icgi -Ianalysis 2>/dev/null' lint
	$(Q)$(if $(wildcard docs/*.[1-9]),mandoc -Tlint -Wwarning $(wildcard docs/*.[1-9]))
	$(Q)! grep -nE '^\.(.* )?Dq .* Dq ' docs/*.[1-9] # quotation marks that close at the end of the line
	$(Q)for script in $(SCRIPTS); do $$(sed -n '1s/^#! *//p' $$script) -n $$script || exit 1; done

# --- the front end --------------------------------------------------------------------------------
.PHONY: vendor
vendor: ## rebuild the GOV.UK front end in static/ (needs Node and npm)
	$(Q)static/vendor.sh

# --- the packages of Debian that it stands on --------------------------------------------------------
.PHONY: deps deps-check deps-lint deps-web
deps: ## install what building and running needs (as root or by sudo; else says what)
	$(Q)etc/packages.sh $(PACKAGES)
deps-check: ## the same for make check
	$(Q)etc/packages.sh $(PACKAGES) $(PACKAGES_CHECK)
deps-lint: ## the same for make lint
	$(Q)etc/packages.sh $(PACKAGES) $(PACKAGES_CHECK) $(PACKAGES_LINT)
deps-web: ## the same for make check-web
	$(Q)etc/packages.sh $(PACKAGES) $(PACKAGES_WEB)

# --- the demo ----------------------------------------------------------------------------------------
# DIR is the demo's folder, PORT its port (else a free one).
DIR ?= /var/tmp/greenpaper-$(shell id -u)
PORT ?=
export DIR PORT
.PHONY: demo demo-stop demo-reset
demo: deps ## the whole way on this machine, in a folder of its own: prints three addresses
	$(Q)$(MAKE) --no-print-directory all
	$(Q)examples/demo.sh "$$DIR"
demo-stop: ## stop it; its data stays
	$(Q)etc/stack.sh stop "$$DIR"
demo-reset: ## stop it and throw its data away
	$(Q)etc/stack.sh reset "$$DIR"

# --- housekeeping ---------------------------------------------------------------------------------
.PHONY: clean format
format: ## clang-format decides
	$(Q)clang-format -i $(C_FILES)
clean:
	rm -rf build

-include $(shell find build -name '*.d' 2>/dev/null)
