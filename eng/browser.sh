#!/usr/bin/env bash
# Makes ready what tests of pages need: Chromium, and the packages in exact versions that drive it and look for barriers to people.
# They go to artifacts/browser, which is not kept. Prints the folder. Ends with 3 and says why where something cannot be had;
# then those tests are skipped. Vega and Vega-Lite, which compile the specifications of pictures, are installed beside them; without
# them only the tests of those are skipped. CHROMIUM names another browser; --check installs nothing and only says what is missing.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=artifacts/browser
playwright=1.65.1
axe=4.14.1
vega=6.4.0
vega_lite=6.5.0

check=${1:-}

fail() {
  echo "No browser for tests of pages: $1" >&2
  exit 3
}

version() {
  sed -n 's/^ *"version": "\(.*\)",*$/\1/p' "$folder/node_modules/$1/package.json" 2>/dev/null | head -n 1
}

command -v node >/dev/null || fail "node is not installed."
browser=${CHROMIUM:-/usr/bin/chromium}
if [ ! -x "$browser" ]; then
  [ -z "${CHROMIUM:-}" ] || fail "CHROMIUM is $CHROMIUM, which cannot be run."
  [ "$check" != --check ] || fail "$browser is not there; run eng/browser.sh."
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || fail "$browser is not there; install the package chromium, or set CHROMIUM."
  log=$(mktemp)
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends chromium fonts-dejavu-core; } >"$log" 2>&1 \
    || { tail -n 3 "$log" >&2; rm -f "$log"; fail "apt-get could not install chromium."; }
  rm -f "$log"
fi

if [ "$(version playwright-core)" != "$playwright" ] || [ "$(version axe-core)" != "$axe" ]; then
  [ "$check" != --check ] || fail "$folder has no playwright-core $playwright and axe-core $axe; run eng/browser.sh."
  command -v npm >/dev/null || fail "npm is not installed, and $folder has no playwright-core $playwright and axe-core $axe."
  mkdir -p "$folder"
  [ -f "$folder/package.json" ] || echo '{ "private": true }' >"$folder/package.json"
  npm install --prefix "$folder" --no-save --no-package-lock --ignore-scripts --no-audit --no-fund --loglevel=error \
    "playwright-core@$playwright" "axe-core@$axe" >/dev/null || fail "npm could not install playwright-core $playwright and axe-core $axe."
fi

if [ "$check" != --check ] && { [ "$(version vega)" != "$vega" ] || [ "$(version vega-lite)" != "$vega_lite" ]; }; then
  npm install --prefix "$folder" --no-save --no-package-lock --ignore-scripts --no-audit --no-fund --loglevel=error \
    "playwright-core@$playwright" "axe-core@$axe" "vega@$vega" "vega-lite@$vega_lite" >/dev/null || echo "npm could not install vega $vega and vega-lite $vega_lite; their tests are skipped." >&2
fi

echo "$PWD/$folder"
