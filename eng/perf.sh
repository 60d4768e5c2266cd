#!/usr/bin/env bash
# Runs the benchmark tasks, one process each, and prints the microseconds of an explanation: the least and the median of many short repetitions.
#   eng/perf.sh [-n ROUNDS] [-r REPS] [-p PEERS] [-f FLOORS] [TASK...]
# TASK is the beginning of a task's name; all tasks without any. All tasks run in ROUNDS, one after the other, because a machine is faster at
# one time than at another. FLOORS is the C program that measures what the operations of a task cost on this machine at least; it is compiled
# and run here, before every round, and the ratio to the least is printed. PEERS is a file of other programs' JSON lines, such as eng/peers.py
# prints: the best of them is printed beside ours. The inputs are read from the folder in TYPEDEXPLAIN_BENCH.
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=2 reps=40 peers= floors=
while getopts n:r:p:f: option; do
  case $option in
    n) rounds=$OPTARG ;;
    r) reps=$OPTARG ;;
    p) peers=$OPTARG ;;
    f) floors=$OPTARG ;;
    *) exit 2 ;;
  esac
done
shift $((OPTIND - 1))

dotnet build benchmarks/TypedExplain.Tasks -c Release -v q >&2
program=benchmarks/TypedExplain.Tasks/bin/Release/net10.0/TypedExplain.Tasks.dll
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
[[ -z $floors ]] || gcc -O3 -march=native -ffast-math -mprefer-vector-width=512 -fopenmp-simd "$floors" -o "$folder/floors" -lm

field() { sed -n "s/.*\"$1\": *\([^,}]*\).*/\1/p"; }
least() { sort -g | awk 'NR == 1 { printf "%.1f", 1e6 * $1 }'; }
median() { sort -g | awk '{ x[NR] = $1 } END { if (NR) printf "%.1f", 1e6 * (NR % 2 ? x[(NR + 1) / 2] : (x[NR / 2] + x[NR / 2 + 1]) / 2) }'; }

tasks=()
for task in $(dotnet "$program" --task list); do
  if [[ $# -gt 0 ]]; then
    wanted=
    for prefix in "$@"; do [[ $task == "$prefix"* ]] && wanted=yes; done
    [[ -n $wanted ]] || continue
  fi
  tasks+=("$task")
done

for ((round = 0; round < rounds; round++)); do
  [[ -z $floors ]] || "$folder/floors" >>"$folder/floors.json" 2>>"$folder/units"
  for task in "${tasks[@]}"; do
    dotnet "$program" --task "$task" --reps "$reps" --min-seconds 0.03 >>"$folder/$task" || echo "$task failed" >&2
  done
done

printf '%s, %s AVX-512\n' "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1)" "$(grep -qw avx512f /proc/cpuinfo && echo with || echo without)"
[[ ! -s $folder/units ]] || cat "$folder/units"
printf '%-32s %10s %10s %10s %5s %10s %7s %10s\n' task 'least us' 'median us' 'black box' MB 'floor us' ratio 'peer us'
for task in "${tasks[@]}"; do
  lowest=$(field seconds_per_explanation <"$folder/$task" | least)
  middle=$(field seconds_per_explanation <"$folder/$task" | median)
  box=$(paste <(field blackbox_seconds <"$folder/$task") <(field explanations <"$folder/$task") | awk '{ print $1 / $2 }' | least)
  memory=$(field peak_rss_mb <"$folder/$task" | tail -1)
  floor=
  [[ ! -s $folder/floors.json ]] || floor=$(tr ',{}' '\n\n\n' <"$folder/floors.json" | sed -n "s/^\"$task\"://p" | sort -g | head -1)
  ratio=$(awk -v us="$lowest" -v floor="${floor:-0}" 'BEGIN { if (floor > 0) printf "%.2f", us / floor }')
  peer=
  [[ -z $peers ]] || peer=$(grep -F "\"$task\"" "$peers" | field seconds_per_explanation | least || true)
  printf '%-32s %10s %10s %10s %5.0f %10s %7s %10s\n' "$task" "$lowest" "$middle" "$box" "$memory" "${floor:--}" "${ratio:--}" "${peer:--}"
done
