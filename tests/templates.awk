# templates.awk FILES…: where markers may stand in a template.  Walks each file byte by byte: in text, in a tag, in an
# attribute's value, in a comment, in script or style.  Prints "file:line: fault" and ends with 1 when there was any.
# No "{{!…}}" may hold "}}", no template "<" outside a tag, so this little reader is enough.

function fault(text) { printf "%s:%d: %s\n", file, line, text; faults++ }

# Where a section begins and must end: in the same kind of place, and in the same attribute if in any.
function place(name) { return name SUBSEP state SUBSEP element SUBSEP (state == "value" ? attribute : "") }

# {{…}} at the place where STATE, ATTRIBUTE and VALUE (what the value holds so far) say.
function marker(inside,    sign, name, modifiers, open, i, n, parts) {
	sign = substr(inside, 1, 1)
	if (sign == "%" || sign == "!")
		return
	if (sign ~ /[#\/>]/)
		inside = substr(inside, 2)
	else
		sign = ""
	n = split(inside, parts, ":")
	name = parts[1]
	modifiers = n > 1 ? parts[2] : ""
	if (name !~ /^[A-Z][A-Z0-9_]*$/)
		fault("{{" name "}} is not a marker's name: upper case, digits and _")
	if (n > 2 || (sign != "" && n > 1))
		fault("{{" inside "}} has too many modifiers: one at most, and only on a value")
	for (i = 2; i <= n; i++)
		if (parts[i] !~ /^(url_query_escape|x-lines|x-href|x-trusted)$/)
			fault("modifier :" parts[i] " is not on the list: url_query_escape, x-lines, x-href, x-trusted")
	if (sign == "#") {
		stack[++depth] = place(name)
		return
	}
	if (sign == "/") {
		if (!depth || stack[depth] != place(name))
			fault("{{/" name "}} does not end the section that was begun last, or not in the same place: " \
			      "sections hold whole pieces of HTML")
		if (depth)
			depth--
		return
	}
	if (state == "text" && element ~ /^(script|style)$/)
		fault("{{" name "}} stands in <" element ">: no values there")
	if (state == "comment")
		fault("{{" name "}} stands in a comment: no values there")
	if (state == "tag")
		fault("{{" name "}} stands where a tag or an attribute has its name: write the names out")
	if (sign == ">" && state != "text")
		fault("{{>" name "}} stands inside a tag: a slot takes whole pieces of HTML")
	if (modifiers == "x-trusted" && state != "text")
		fault("{{" name ":x-trusted}} stands in a tag: HTML goes between tags")
	if (state == "value") {
		if (attribute ~ /^(srcset|xlink:href|style|srcdoc)$/ || attribute ~ /^on/)
			fault("{{" name "}} stands in " attribute ": no values there")
		if (attribute ~ /^(href|src|action|formaction|data|poster|cite)$/) {
			if (value == "" && modifiers != "x-href")
				fault("{{" name "}} begins " attribute ": write {{" name ":x-href}}")
			if (value != "" && modifiers != "url_query_escape")
				fault("{{" name "}} stands within " attribute ": write {{" name ":url_query_escape}}")
		}
		value = value "?"
	}
}

function text_byte(    rest, tag) {
	rest = substr(all, at)
	if (substr(rest, 1, 4) == "<!--") {
		state = "comment"; at += 3
	} else if (rest ~ /^<\// && (element !~ /^(script|style)$/ || index(tolower(rest), "</" element) == 1)) {
		state = "tag"; element = ""; at++
	} else if (rest ~ /^<!/) {
		state = "tag"; at++
	} else if (rest ~ /^</ && element !~ /^(script|style)$/) {
		state = "tag"; attribute = ""
		match(rest, /^<[A-Za-z][A-Za-z0-9-]*/)
		tag = tolower(substr(rest, 2, RLENGTH - 1))
		element = tag ~ /^(script|style)$/ ? tag : ""
		if (RLENGTH > 0)
			at += RLENGTH - 1
	}
}

function tag_byte(byte) {
	if (byte == ">") {
		state = "text"; attribute = ""
	} else if (byte ~ /[A-Za-z0-9:_-]/) {
		attribute = (name_ended ? "" : attribute) tolower(byte); name_ended = 0
	} else if (byte == "=") {
		at++
		quote = substr(all, at, 1)
		value = ""
		if (quote == "\"" || quote == "'")
			state = "value"
		else {
			fault("the value of " attribute " has no quotes round it")
			at--; name_ended = 1
		}
	} else
		name_ended = 1
}

function walk(    byte, end) {
	state = "text"; element = ""; attribute = ""; depth = 0; line = 1
	for (at = 1; at <= length(all); at++) {
		byte = substr(all, at, 1)
		if (byte == "\n")
			line++
		if (substr(all, at, 2) == "{{") {
			end = index(substr(all, at), "}}")
			if (!end) {
				fault("{{ without }}")
				return
			}
			marker(substr(all, at + 2, end - 3))
			at += end
		} else if (state == "text")
			text_byte()
		else if (state == "comment") {
			if (substr(all, at, 3) == "-->") {
				state = "text"; at += 2
			}
		} else if (state == "tag")
			tag_byte(byte)
		else if (byte == quote) {
			state = "tag"; name_ended = 1; attribute = ""
		} else
			value = value byte
	}
	if (depth)
		fault("a section was never ended")
	if (state != "text")
		fault("the file ends inside a tag or comment")
}

BEGIN {
	for (i = 1; i < ARGC; i++) {
		file = ARGV[i]; all = ""; first = ""
		while ((getline row < file) > 0) {
			if (first == "")
				first = row
			all = all row "\n"
		}
		close(file)
		line = 1
		if (first != "{{%AUTOESCAPE context=\"HTML\"}}")
			fault("the first line must be {{%AUTOESCAPE context=\"HTML\"}}")
		walk()
	}
	exit faults > 0
}
