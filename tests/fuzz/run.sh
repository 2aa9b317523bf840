#!/bin/sh
# run.sh TARGET SECONDS: throw bytes at tests/fuzz/TARGET.c, which is built by clang with the pure files that it names
# ("With:"), beginning with the files of the folder it names ("Seeds:"); what breaks it is left in build/fuzz.
set -eu
cd "$(dirname "$0")/../.."
target=$1 seconds=$2
named() { sed -n "s/^ \* $1: //p" "tests/fuzz/$target.c"; }
mkdir -p "build/fuzz/$target"
dictionary=tests/fuzz/$target.dict
# shellcheck disable=SC2046
clang -std=c17 -D_POSIX_C_SOURCE=200809L -O1 -g -fsanitize=fuzzer,address,undefined -Ibuild/gen -iquote lib -iquote cgi \
	-iquote analysis -o "build/fuzz/$target.run" "tests/fuzz/$target.c" $(named With) \
	$(pkg-config --cflags --libs jansson yaml-0.1) -lunistring -lstemmer
# shellcheck disable=SC2046
"build/fuzz/$target.run" -max_total_time="$seconds" -max_len=4096 $(test ! -e "$dictionary" || echo "-dict=$dictionary") \
	-print_final_stats=1 -artifact_prefix=build/fuzz/ "build/fuzz/$target" $(named Seeds)
