#!/bin/sh
# stack.sh start|stop|status DIR: the whole site on this machine, in DIR and nowhere else: PostgreSQL, the workers and
# nginx, on 127.0.0.1 and PORT or the first free one (from FIRST_PORT, 8088, on).  `start` brings what runs up to date,
# keeps what is there and prints the address of the site, which DIR/url keeps as well; `status` says what runs.  Started
# by root, PostgreSQL runs as `postgres`, workers and nginx's processes as `www-data`.  MODE names the build to run
# (release), WORKERS their number.
set -eu
umask 022
export LC_ALL=C
fail() { echo "stack.sh: $*" >&2; exit 1; }
[ $# -eq 2 ] && case $1 in start | stop | status) ;; *) false ;; esac || fail "usage: stack.sh start|stop|status DIR"
home=$(cd "$(dirname "$0")/.." && pwd)
build=$home/build/${MODE:-release}
verb=$1
[ "$verb" != start ] || mkdir -p "$2" 2>/dev/null || fail "cannot make the folder $2: choose one that you may write to"
[ -d "$2" ] || { [ "$verb" = stop ] && exit 0 || fail "there is nothing in $2"; }
dir=$(cd "$2" && pwd)
case $dir in *[!A-Za-z0-9/._-]*) fail "$dir: choose a folder with a name of letters, digits, '.', '-' and '_'" ;; esac
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

stop_all() {
	end nginx QUIT
	end web TERM
	rm -f "$dir/run/web.sock" "$dir/run/web.pid" "$dir/run/nginx.pid"
	"$home/etc/postgres.sh" stop "$dir"
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
		--key "$dir/key" --templates "$dir/site/templates" ${WORKERS:+--workers "$WORKERS"} $as \
		</dev/null >>"$log" 2>&1) &
	await 10 web_is_there $! || fail "the workers did not start: $(tail -n 1 "$log")"
}
web_is_there() {
	gone "$1" && fail "the workers did not start: $(tail -n 1 "$dir/log/web.log")"
	[ -S "$dir/run/web.sock" ] && [ -s "$dir/run/web.pid" ]
}

# Something answers there, or at least takes a connection.
taken() {
	curl -s -o /dev/null --max-time 2 "http://127.0.0.1:$1/" || [ $? != 7 ]
}
# The port asked for, or that of the last time, or the first that is free.
choose_port() {
	case ${PORT:-0} in *[!0-9]*) fail "PORT is the number of a port, not $PORT" ;; esac
	port=${PORT:-$(cat "$dir/port" 2>/dev/null || echo "${FIRST_PORT:-8088}")}
	if pid_of nginx >/dev/null && [ "$port" = "$(cat "$dir/port" 2>/dev/null)" ]; then
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
	for file in nginx.conf nginx-fastcgi.conf nginx-headers.conf; do
		sed -e "s|@DIR@|$dir|g" -e "s|@USER@|$user|" -e "s|@LISTEN@|127.0.0.1:$port|" \
			"$home/etc/$file" >"$dir/$file"
	done
	echo "$port" >"$dir/port"
	echo "http://127.0.0.1:$port" >"$dir/url"
}

# Somebody may have taken the port since we looked.
start_nginx() {
	log=$dir/log/nginx-start.log
	until nginx_starts 2>"$log"; do
		[ -z "${PORT:-}" ] && grep -q 'could not bind' "$log" || fail "nginx did not start: $(tail -n 1 "$log")"
		next_free
		configure_nginx
	done
}
nginx_starts() {
	set -- "$nginx" -p "$dir" -c "$dir/nginx.conf" -e "$dir/log/nginx-error.log"
	if pid=$(pid_of nginx); then
		"$@" -s reload
	else
		"$@"
	fi
}

site_answers() {
	code=$(curl -s -o /dev/null --max-time 5 -w '%{http_code}' "http://127.0.0.1:$port/consultations") || :
	[ "$code" = 200 ]
}

start_all() {
	for program in greenpaper greenpaper-web; do
		[ -x "$build/$program" ] || fail "$build/$program is not there: run make"
	done
	[ -x "$nginx" ] || fail "nginx is not installed: apt-get install nginx"
	choose_port
	mkdir -p "$dir/run" "$dir/log"
	"$home/etc/postgres.sh" start "$dir"
	export PGHOST="$dir/run" PGDATABASE=greenpaper
	GREENPAPER_DATA=$home "$build/greenpaper" init >"$dir/log/init.log" ||
		fail "the database could not be brought up to date"
	if install_site || ! pid_of web >/dev/null; then
		end web TERM
		start_web
	fi
	configure_nginx
	start_nginx
	await 10 site_answers || fail "the site answers with ${code:-nothing}: read $dir/log"
	cat "$dir/url"
}

report() {
	status=0
	for part in web nginx; do
		if pid=$(pid_of $part); then
			echo "$part runs (process $pid)"
		else
			echo "$part does not run"
			status=1
		fi
	done
	if [ -S "$dir/run/.s.PGSQL.5432" ]; then
		echo "postgres runs"
	else
		echo "postgres does not run"
		status=1
	fi
	[ $status != 0 ] || cat "$dir/url"
	return $status
}

case $verb in
start) start_all ;;
stop) stop_all ;;
status) report ;;
esac
