#!/bin/sh
# circles.sh: no module needs another that needs it.  A module is name.h and name.c; what it includes are its edges.
set -eu
cd "$(dirname "$0")/.."
# One awk for all files: a process for each include would take minutes on a slow machine.
find lib cgi analysis -name '*.[ch]' -o -name '*.cc' | awk '
	{ files[++count] = $0; known[$0] = 1 }
	END {
		for (i = 1; i <= count; i++) {
			file = files[i]
			name = file; sub(/\.[^.\/]*$/, "", name)
			room = file; sub(/\/[^\/]*$/, "", room)
			while ((getline line < file) > 0) {
				if (line !~ /^#include ".*\.h"/)
					continue
				header = line; sub(/^#include "/, "", header); sub(/\.h".*/, "", header)
				folders[1] = room; folders[2] = "lib"; folders[3] = "analysis"; folders[4] = "cgi"
				for (j = 1; j <= 4; j++)
					if ((folders[j] "/" header ".h") in known) {
						if (folders[j] "/" header != name)
							print name, folders[j] "/" header
						break
					}
			}
			close(file)
		}
	}' | LC_ALL=C sort -u | tsort >/dev/null
