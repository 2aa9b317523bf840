#!/bin/sh
# Builds the front end from the packages named below: govuk.css, govuk.js,
# VERSIONS here, and the components' fixtures in tests/fixtures/govuk.  All of it
# is committed, so only who changes it needs Node (18 or newer) and npm.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
packages='govuk-frontend@6.6.0 sass@1.97.2 rollup@3.30.0 clean-css@5.3.3 terser@5.51.2'

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private": true}' >package.json
# shellcheck disable=SC2086
npm install --ignore-scripts --no-audit --no-fund --no-package-lock \
	--omit=optional --loglevel=error --save-exact $packages >&2
cp "$here/app.scss" "$here/components.js" "$here/vendor.mjs" .
node_modules/.bin/sass --style=compressed --no-charset --no-source-map \
	--load-path=node_modules app.scss app.css
node vendor.mjs "$here" "$here/../tests/fixtures/govuk"
