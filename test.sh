#!/usr/bin/env bash
# Restores, builds and runs every test; ends with one line: N passed, N failed, N skipped.
# Data and golden files are read from ../shared/data and ../shared/golden, or from the folders named by
# TYPEDEXPLAIN_DATA and TYPEDEXPLAIN_GOLDEN; tests that need what is not there are skipped and say so.
# Pages are looked at in a browser, which eng/browser.sh installs where it can.
set -uo pipefail
cd "$(dirname "$0")"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

if ! command -v dotnet >/dev/null; then
  echo "The .NET 10 SDK is needed: https://dotnet.microsoft.com/download" >&2
  exit 1
fi

# Chromium and what drives it, for tests of pages; where they cannot be had those tests are skipped and say so.
bash eng/browser.sh >/dev/null || true

# The schemas that manifests of Kubernetes are held to; likewise.
bash eng/kubernetes.sh >/dev/null || true

dotnet build TypedExplain.sln -c Release || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }

log=$(mktemp)
trap 'rm -f "$log"' EXIT
dotnet test TypedExplain.sln -c Release --no-build --logger "console;verbosity=normal" "$@" >"$log" 2>&1
status=$?

# What failed, in full, and what was skipped, by name; the rest would be noise.
grep -E '^ +(Skipped|Failed) ' "$log"
if [[ $status -ne 0 ]]; then
  cat "$log"
  echo "What failed, and why:"
  awk '/^ +Failed [^ ]/ { told = 40 } /^ +(Passed|Skipped) [^ ]/ { told = 0 } told-- > 0' "$log"
fi

awk '
  /^ *Passed: +[0-9]+/  { passed  += $2 }
  /^ *Failed: +[0-9]+/  { failed  += $2 }
  /^ *Skipped: +[0-9]+/ { skipped += $2 }
  /^(Passed|Failed)! +- / { gsub(",", ""); for (i = 1; i < NF; i++) {
      if ($i == "Failed:")  failed  += $(i + 1)
      if ($i == "Passed:")  passed  += $(i + 1)
      if ($i == "Skipped:") skipped += $(i + 1) } }
  END { printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped }
' "$log"
exit $status
