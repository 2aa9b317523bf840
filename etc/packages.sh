#!/bin/sh
# packages.sh PACKAGE…: install those of Debian's packages that are missing.  As root it does, or by sudo where that
# asks for no password; otherwise it prints the one line to run and ends with 1.
set -eu
missing=
for package; do
	case $(dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null) in
	ii*) ;;
	*) missing="$missing $package" ;;
	esac
done
[ -n "$missing" ] || exit 0
as=
if [ "$(id -u)" != 0 ]; then
	as=sudo
	if ! sudo -n true 2>/dev/null; then
		echo "Some packages are missing. Run this once, then try again:" >&2
		echo "  sudo apt-get update && sudo apt-get install --no-install-recommends$missing" >&2
		case $missing in *nginx* | *postgresql*)
			echo "Debian starts services of its own with these. Greenpaper starts its own instead, so you may stop them:" >&2
			echo "  sudo systemctl disable --now nginx postgresql" >&2
			;;
		esac
		exit 1
	fi
fi
echo "Installing:$missing"
# PostgreSQL's and nginx's packages start a service of the system's own when they are installed.  We start ours, so
# that is held back as Debian provides for it, unless the machine has a rule already.
rule=/usr/sbin/policy-rc.d
if [ ! -e $rule ]; then
	printf '#!/bin/sh\nexit 101\n' | $as tee $rule >/dev/null
	$as chmod 755 $rule
	trap '$as rm -f $rule' EXIT
fi
apt="$as env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300"
$apt update >/dev/null
# shellcheck disable=SC2086
$apt install --no-install-recommends $missing >/dev/null || {
	echo "apt-get could not install them; run: $as apt-get install$missing" >&2
	exit 1
}
