#!/usr/bin/env bash
# Explains ROWS (1,000,000) rows of 32 numbers with tests/TypedExplain.Batch.Worker, published natively: TreeSHAP of a forest and LINEX, from Parquet to
# Parquet. Prints rows a second beside those of the same explainer in memory, in five rounds of a fifth of the rows that take turns, since machines
# are not as fast at any moment, and the largest memory of all rows; then kills the workers KILLS (50) times at random moments and compares every
# file with those of a run that was not killed. Ends with 1 where a byte differs.
# usage: eng/batch.sh [ROWS] [KILLS] [treeshap|linex]...
set -euo pipefail
cd "$(dirname "$0")/.."
rows=${1:-1000000}
kills=${2:-50}
shift $(($# < 2 ? $# : 2))
[ $# -gt 0 ] || set -- treeshap linex
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
dotnet publish tests/TypedExplain.Batch.Worker -c Release -r linux-x64 -o "$folder/bin" >"$folder/publish.log"
echo "published natively: $(grep -c warning "$folder/publish.log" || true) warnings, $(($(stat -c %s "$folder/bin/TypedExplain.Batch.Worker") / 1024)) KiB"
worker=$folder/bin/TypedExplain.Batch.Worker
"$worker" make "$rows" "$folder/rows.parquet"
echo "$rows rows, $(($(stat -c %s "$folder/rows.parquet") / 1048576)) MiB of Parquet"

some=$((rows / 5 > 0 ? rows / 5 : 1))
"$worker" make "$some" "$folder/some.parquet" >/dev/null

# Runs a job over a table of so many rows, and prints its rows a second and the largest resident memory.
measured() {
  local table=$1 rows=$2 out=$3 began most=0 now ended
  began=$(date +%s%N)
  "$worker" explain "$table" -o "$out" -f parquet --shard-rows "$shard" --quiet 2>"$folder/told" &
  local process=$!
  while kill -0 "$process" 2>/dev/null; do
    now=$(awk '/^VmHWM/ { print int($2 / 1024) }' "/proc/$process/status" 2>/dev/null || echo 0)
    [ "${now:-0}" -le "$most" ] || most=$now
    sleep 0.2
  done
  wait "$process" || { cat "$folder/told" >&2; exit 1; }
  ended=$(date +%s%N)
  awk -v rows="$rows" -v ns=$((ended - began)) -v most="$most" 'BEGIN { printf "%d rows from Parquet to Parquet: %.2f s, %.0f rows a second, at most %d MB\n", rows, ns / 1e9, rows / (ns / 1e9), most }'
}

for EXPLAINER in "$@"; do
  export EXPLAINER
  shard=$((rows / 40 > 0 ? rows / 40 : 1))
  echo "$EXPLAINER:"
  for round in 1 2 3 4 5; do
    "$worker" memory "$some"
    measured "$folder/some.parquet" "$some" "$folder/some"
    rm -rf "$folder/some"
  done
  measured "$folder/rows.parquet" "$rows" "$folder/whole"
  killed=0
  while :; do
    "$worker" explain "$folder/rows.parquet" -o "$folder/killed" -f parquet --shard-rows "$shard" --quiet 2>"$folder/told" &
    process=$!
    if [ "$killed" -ge "$kills" ]; then
      wait "$process" || { cat "$folder/told" >&2; exit 1; }
      break
    fi
    sleep "$((RANDOM % 4)).$((RANDOM % 1000))"
    if kill -9 "$process" 2>/dev/null; then
      wait "$process" 2>/dev/null || true
      killed=$((killed + 1))
    else
      wait "$process" || { cat "$folder/told" >&2; exit 1; }
      break
    fi
  done
  rm -rf "$folder/killed/attempts" "$folder/whole/attempts"
  diff -rq "$folder/whole" "$folder/killed"
  echo "killed $killed times: every file is the same to the byte ($(ls "$folder/killed" | grep -c parquet) shards)"
  rm -rf "$folder/whole" "$folder/killed"
done
