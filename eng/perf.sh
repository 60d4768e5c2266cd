#!/usr/bin/env bash
# Runs the benchmark tasks, one process each, and prints the median microseconds of an explanation.
#   eng/perf.sh [-r REPS] [-p PEERS] [TASK...]
# TASK is the beginning of a task's name; all tasks without any. PEERS is a file of other programs' JSON lines: their best
# median is printed beside ours. The inputs are read from the folder in TYPEDEXPLAIN_BENCH.
set -euo pipefail
cd "$(dirname "$0")/.."
reps=5 peers=
while getopts r:p: option; do
  case $option in
    r) reps=$OPTARG ;;
    p) peers=$OPTARG ;;
    *) exit 2 ;;
  esac
done
shift $((OPTIND - 1))

dotnet build benchmarks/TypedExplain.Tasks -c Release -v q >&2
program=benchmarks/TypedExplain.Tasks/bin/Release/net10.0/TypedExplain.Tasks.dll

field() { sed -n "s/.*\"$1\": *\([^,}]*\).*/\1/p"; }
median() { sort -g | awk '{ x[NR] = $1 } END { if (NR) printf "%.1f", 1e6 * (NR % 2 ? x[(NR + 1) / 2] : (x[NR / 2] + x[NR / 2 + 1]) / 2) }'; }

printf '%-30s %12s %12s %8s %12s\n' task 'us' 'black box' 'MB' 'peer us'
for task in $(dotnet "$program" --task list); do
  if [[ $# -gt 0 ]]; then
    wanted=
    for prefix in "$@"; do [[ $task == "$prefix"* ]] && wanted=yes; done
    [[ -n $wanted ]] || continue
  fi
  lines=$(dotnet "$program" --task "$task" --reps "$reps") || { printf '%-30s failed\n' "$task"; continue; }
  per=$(field seconds_per_explanation <<<"$lines" | median)
  box=$(paste <(field blackbox_seconds <<<"$lines") <(field explanations <<<"$lines") | awk '{ print $1 / $2 }' | median)
  memory=$(field peak_rss_mb <<<"$lines" | tail -1)
  peer=
  [[ -n $peers ]] && peer=$(grep -F "\"$task\"" "$peers" | field seconds_per_explanation | median || true)
  printf '%-30s %12s %12s %8.0f %12s\n' "$task" "$per" "$box" "$memory" "$peer"
done
