#!/bin/sh
# stack.sh start|stop|status|reset DIR: the whole site on this machine, in DIR and nowhere else: PostgreSQL, the workers,
# the sender of mail (into the folder DIR/mail, so that none leaves) and nginx, on 127.0.0.1 and PORT or the first free one (from FIRST_PORT, 8088, on).  `start` brings what runs up to
# date, keeps what is there and prints the address of the site, which DIR/url keeps as well; DIR/greenpaper is the tool,
# connected to this database.  One that fails stops what it has started.  `status` says what runs; `reset` stops it and
# removes DIR, if `start` made what is in it.  Started by root, PostgreSQL runs as `postgres`, workers and nginx's
# processes as `www-data`.  MODE names the build to run (release), WORKERS their number.
set -eu
umask 022
export LC_ALL=C
fail() { echo "stack.sh: $*" >&2; exit 1; }
[ $# -eq 2 ] && case $1 in start | stop | status | reset) ;; *) false ;; esac ||
	fail "usage: stack.sh start|stop|status|reset DIR"
unset PGPORT PGUSER PGSERVICE PGOPTIONS PGHOSTADDR
home=$(cd "$(dirname "$0")/.." && pwd)
build=$home/build/${MODE:-release}
verb=$1
check_name() {
	case $1 in
	'') fail "the name of the folder is empty: choose one with DIR=" ;;
	*[!A-Za-z0-9/._-]*) fail "$1: choose a folder with a name of letters, digits, '.', '-' and '_'" ;;
	esac
}
check_port() {
	case ${PORT:-1} in
	0* | *[!0-9]* | ??????*) false ;;
	*) [ "${PORT:-1}" -le 65535 ] ;;
	esac || fail "PORT is a number from 1 to 65535, not $PORT"
}
check_name "$2"
[ "$verb" != start ] || check_port
[ "$verb" != start ] || mkdir -p "$2" 2>/dev/null || fail "cannot make the folder $2: choose one that you may write to"
[ -d "$2" ] || { [ "$verb" != status ] && exit 0 || fail "there is nothing in $2"; }
dir=$(cd "$2" && pwd -P)
check_name "$dir"
# Only what bears this may be written over and removed.
mark=$dir/.greenpaper-stack
nginx=$(command -v nginx || echo /usr/sbin/nginx)

# The process of a pid file of ours, when it lives and is what it should be: numbers are given out again.
pid_of() {
	pid=$(cat "$dir/run/$1.pid" 2>/dev/null) || return 1
	[ -n "$pid" ] && tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -qF "$dir/" && echo "$pid"
}
# await SECONDS CONDITION…: until it holds.
await() {
	tries=$(($1 * 20)); shift
	until "$@"; do
		tries=$((tries - 1))
		[ $tries -gt 0 ] || return 1
		sleep 0.05
	done
}
# Ended, be it that nobody has asked after it yet.
gone() { ! grep -q '^State:[[:space:]]*[^ZX[:space:]]' "/proc/$1/status" 2>/dev/null; }
# A worker may be in the middle of a request, but not for longer than its watchdog allows.
end() {
	pid=$(pid_of "$1") || return 0
	kill -s "$2" "$pid"
	await 40 gone "$pid" || fail "process $pid ($1) does not end"
}

runs() {
	case $1 in
	postgres) "$home/etc/postgres.sh" status "$dir" ;;
	*) pid_of "$1" >/dev/null ;;
	esac
}
stop_parts() {
	for part; do
		case $part in
		nginx) end nginx QUIT ;;
		web) end web TERM ;;
		mail) end mail TERM ;;
		postgres) "$home/etc/postgres.sh" stop "$dir" ;;
		esac
		rm -f "$dir/run/$part.pid" "$dir/run/$part.sock"
	done
}

# put NAME: what comes in becomes that file's content; fails when it was so already.
put() {
	cat >"$dir/$1.new"
	if cmp -s "$dir/$1.new" "$dir/$1"; then
		rm "$dir/$1.new"
		return 1
	fi
	mv "$dir/$1.new" "$dir/$1"
}

# --- parts ------------------------------------------------------------------------------------------------------------

# What runs is a copy that the workers' user can read, so that the checkout may be private.
install_site() {
	new=$dir/site.new
	rm -rf "$new"
	mkdir -p "$new/errors"
	cp "$build/greenpaper-web" "$new/" && cp -R "$home/templates" "$home/static" "$new/" ||
		fail "the site could not be copied to $dir"
	chmod -R a+rX "$new"
	"$new/greenpaper-web" --templates "$new/templates" --error-pages "$new/errors" ||
		fail "the error pages could not be written"
	if diff -rq "$new" "$dir/site" >/dev/null 2>&1; then
		rm -rf "$new"
		return 1
	fi
	rm -rf "$dir/site"
	mv "$new" "$dir/site"
}

start_web() {
	as=
	[ "$(id -u)" != 0 ] || as="--user www-data --group www-data"
	log=$dir/log/web.log
	# shellcheck disable=SC2086
	(cd / && exec setsid "$dir/site/greenpaper-web" --socket "$dir/run/web.sock" --pid "$dir/run/web.pid" \
		--key "$dir/key" --templates "$dir/site/templates" --origin "http://127.0.0.1:$port" \
		--contact web-team@greenpaper.example ${WORKERS:+--workers "$WORKERS"} $as \
		</dev/null >>"$log" 2>&1) &
	await 10 web_is_there $! || { kill $!; fail "the workers did not start: $(tail -n 1 "$log")"; }
	echo "$port" >"$dir/run/web.port"
}
# Whether the workers write the address into e-mails that the site has now.
web_knows_port() {
	[ "$(cat "$dir/run/web.port" 2>/dev/null)" = "$port" ]
}
web_is_there() {
	gone "$1" && fail "the workers did not start: $(tail -n 1 "$dir/log/web.log")"
	[ -S "$dir/run/web.sock" ] && [ -s "$dir/run/web.pid" ]
}

start_mail() {
	(cd / && exec setsid "$build/greenpaper" mail deliver --to "file:$dir/mail" \
		--from consultations@greenpaper.example --every 2 </dev/null >>"$dir/log/mail.log" 2>&1) &
	echo $! >"$dir/run/mail.pid"
}

# Something answers there, or at least takes a connection.
taken() {
	curl -s -o /dev/null --max-time 2 "http://127.0.0.1:$1/" || [ $? != 7 ]
}
# The port asked for, or that of the last time, or the first that is free.
choose_port() {
	port=${PORT:-$(cat "$dir/port" 2>/dev/null || echo "${FIRST_PORT:-8088}")}
	if runs nginx && [ "$port" = "$(cat "$dir/port" 2>/dev/null)" ]; then
		return
	fi
	[ -z "${PORT:-}" ] || ! taken "$port" || fail "port $port is in use: choose another with PORT="
	next_free
}
next_free() {
	last=$((port + 100))
	while taken "$port"; do
		port=$((port + 1))
		[ $port -lt $last ] || fail "found no free port: choose one with PORT="
	done
}

configure_nginx() {
	user=
	[ "$(id -u)" != 0 ] || user="user www-data;"
	mkdir -p "$dir/tmp" "$dir/published"
	changed=
	for file in nginx.conf nginx-fastcgi.conf nginx-headers.conf; do
		if sed -e "s|@DIR@|$dir|g" -e "s|@USER@|$user|" -e "s|@LISTEN@|127.0.0.1:$port|" "$home/etc/$file" |
			put "$file"; then
			changed=yes
		fi
	done
}

nginx_run() { "$nginx" -p "$dir" -c "$dir/nginx.conf" -e "$dir/log/nginx-error.log" "$@" 2>"$dir/log/nginx-start.log"; }
# Why nginx could not have the port, if it has said so since we began.
refusal() {
	tail -c "+$((seen + 1))" "$dir/log/nginx-error.log" 2>/dev/null |
		sed -n "s/.*bind() to 127\.0\.0\.1:$port failed ([0-9]*: \(.*\)).*/\1/p" | head -n 1 | grep .
}
start_nginx() {
	seen=$(cat "$dir/log/nginx-error.log" 2>/dev/null | wc -c)
	if runs nginx; then
		[ -z "$changed" ] || nginx_run -s reload || nginx_failed
		return
	fi
	# Somebody may have taken the port since we looked.
	until nginx_run; do
		[ -z "${PORT:-}" ] && refusal >/dev/null || nginx_failed
		port=$((port + 1))
		next_free
		configure_nginx
	done
}
nginx_failed() {
	reason=$(refusal) && fail "port $port cannot be used ($reason): choose another with PORT="
	fail "nginx did not start: $(tail -n 1 "$dir/log/nginx-start.log")"
}

site_answers() {
	code=$(curl -s -o /dev/null --max-time 5 -w '%{http_code}' "http://127.0.0.1:$port/consultations") || :
	[ "$code" = 200 ]
}
# An nginx that ran cannot say but in its log that it stays where it was.
await_site() {
	await 10 site_settled && [ "$code" = 200 ] && return
	! refusal >/dev/null || nginx_failed
	fail "the site answers with ${code:-nothing}: read $dir/log"
}
site_settled() { site_answers || refusal >/dev/null; }

# The tool as an officer wants it here; the path to it may hold anything.
quoted() { printf "'%s'" "$(printf %s "$1" | sed "s/'/'\\\\''/g")"; }
write_tool() {
	put greenpaper <<-end || return 0
		#!/bin/sh
		# The tool, connected to the database in this folder: written when the stack starts.
		unset PGPORT PGUSER PGSERVICE PGOPTIONS PGHOSTADDR
		export PGHOST=$dir/run PGDATABASE=greenpaper GREENPAPER_DATA=$(quoted "$home")
		exec $(quoted "$build/greenpaper") "\$@"
	end
	chmod 755 "$dir/greenpaper"
}

# A start that fails, or is interrupted, leaves running what ran before and where it ran, and nothing else.
undo() {
	status=$?
	trap - EXIT
	[ $status != 0 ] || exit 0
	# shellcheck disable=SC2086
	stop_parts $started
	if runs nginx && port=$(cat "$dir/port" 2>/dev/null); then
		configure_nginx
		[ -z "$changed" ] || nginx_run -s reload
	fi
	exit $status
}

start_all() {
	for program in greenpaper greenpaper-web; do
		[ -x "$build/$program" ] || fail "$build/$program is not there: run make"
	done
	[ -x "$nginx" ] || fail "nginx is not installed: apt-get install nginx"
	claim
	choose_port
	mkdir -p "$dir/run" "$dir/log"
	started=
	for part in postgres web mail nginx; do
		runs $part || started="$part $started"
	done
	trap undo EXIT
	trap 'exit 130' INT
	trap 'exit 143' TERM HUP
	"$home/etc/postgres.sh" start "$dir"
	write_tool
	"$dir/greenpaper" init >"$dir/log/init.log" || fail "the database could not be brought up to date"
	export PGHOST="$dir/run" PGDATABASE=greenpaper
	if install_site || ! runs web; then
		end web TERM
		start_web
		end mail TERM
	fi
	runs mail || start_mail
	configure_nginx
	start_nginx
	await_site
	# Only now is it known which port nginx has.
	web_knows_port || { end web TERM; start_web; }
	echo "$port" | put port || :
	echo "http://127.0.0.1:$port" | put url || :
	cat "$dir/url"
}
claim() {
	[ ! -e "$mark" ] || return 0
	[ -z "$(ls -A "$dir")" ] || fail "$dir holds something else: choose an empty or new folder"
	echo "stack.sh made what is in this folder; stack.sh reset removes it." 2>/dev/null >"$mark" ||
		fail "cannot write into $dir: choose a folder that you may write to"
}

reset() {
	[ -e "$mark" ] || fail "$dir was not made by stack.sh start: remove it yourself if you want it gone"
	stop_parts nginx web mail postgres
	rm -rf "$dir"
}

report() {
	status=0
	for part in web mail nginx postgres; do
		if runs $part; then
			echo "$part runs"
		else
			echo "$part does not run"
			status=1
		fi
	done
	[ $status != 0 ] || cat "$dir/url"
	return $status
}

case $verb in
start) start_all ;;
stop) stop_parts nginx web mail postgres ;;
status) report ;;
reset) reset ;;
esac
