#!/usr/bin/env bash
# Publishes a program as native code and prints how long it takes, from the start of the process to its end, to train the
# quickstart's forest, explain a flower and print that: the least and the median of RUNS (40). Beside it the same under the JIT.
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-40}
output=$(mktemp -d)
trap 'rm -rf "$output"' EXIT
dotnet publish tests/TypedExplain.Aot -c Release -o "$output" -v q >&2
dotnet build tests/TypedExplain.Aot -c Release -v q >&2

measure() {
  local name=$1
  shift
  for ((run = 0; run < runs; run++)); do
    local from=$EPOCHREALTIME
    "$@" >/dev/null
    local to=$EPOCHREALTIME
    echo $(((${to/./} - ${from/./})))
  done | sort -g | awk -v name="$name" '{ x[NR] = $1 / 1000 } END { printf "%-8s least %.1f ms, median %.1f ms of %d\n", name, x[1], x[int((NR + 1) / 2)], NR }'
}

measure native "$output/TypedExplain.Aot" flower
measure JIT dotnet tests/TypedExplain.Aot/bin/Release/net10.0/TypedExplain.Aot.dll flower
