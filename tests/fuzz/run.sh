#!/bin/sh
# run.sh TARGET SECONDS: throw bytes at tests/fuzz/TARGET.c, which is built by clang with the pure files it calls;
# what breaks it is left in build/fuzz.
set -eu
cd "$(dirname "$0")/../.."
target=$1 seconds=$2
mkdir -p "build/fuzz/$target"
# shellcheck disable=SC2046
clang -std=c17 -D_POSIX_C_SOURCE=200809L -O1 -g -fsanitize=fuzzer,address,undefined -Ibuild/gen -iquote lib -iquote cgi \
	-o "build/fuzz/$target.run" "tests/fuzz/$target.c" cgi/http.c lib/address.c lib/answers.c lib/arena.c \
	lib/consultation.c lib/email.c lib/error.c lib/json.c lib/str.c lib/utf8.c lib/validate.c $(pkg-config --libs jansson) \
	-lunistring
"build/fuzz/$target.run" -max_total_time="$seconds" -max_len=4096 -dict="tests/fuzz/$target.dict" -print_final_stats=1 \
	-artifact_prefix=build/fuzz/ "build/fuzz/$target"
