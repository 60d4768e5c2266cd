#!/usr/bin/env bash
# Explains a table on a cluster of four silos (tests/TypedExplain.Orleans.Silo), processes of this machine that find each other in
# Redis. Two are killed while they work, one is frozen until its shard is another's and then goes on. Afterwards every file must be the
# same as that of a run without a cluster, and what the models of all processes were asked, the killed ones included, must be within
# the cluster's budget. Prints rows, time and the budget. Ends with 1 where a check fails, and with 3 where Redis cannot be had.
set -euo pipefail
cd "$(dirname "$0")/.."
rows=${1:-4000}
case $rows in *[!0-9]*) echo "usage: eng/orleans.sh [ROWS]" >&2; exit 2 ;; esac
export SHARD_ROWS=$(((rows + 19) / 20))
port=${PORT:-6517}
folder=$(mktemp -d)
redis=
silos=()

cleanup() {
  for process in "${silos[@]}"; do
    kill -CONT "$process" 2>/dev/null || true
    kill -9 "$process" 2>/dev/null || true
  done
  [ -z "$redis" ] || kill "$redis" 2>/dev/null || true
  sleep 0.5
  rm -rf "$folder"
}
trap cleanup EXIT
trap 'exit 1' INT TERM

need() {
  local program=$1 package=$2
  command -v "$program" >/dev/null && return
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || { echo "$program is not there; install the package $package." >&2; exit 3; }
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$package"; } >"$folder/apt" 2>&1 || { tail -n 3 "$folder/apt" >&2; exit 3; }
}

program() {
  dotnet tests/TypedExplain.Orleans.Silo/bin/Release/net10.0/TypedExplain.Orleans.Silo.dll "$@"
}

finished() {
  find "$folder/cluster" -name '*.manifest.json' 2>/dev/null | wc -l
}

until_finished() {
  for ((tries = 0; tries < 1200; tries++)); do
    [ "$(finished)" -ge "$1" ] && return
    sleep 0.1
  done
  tail -n 5 "$folder"/silo-* >&2
  echo "The cluster does not go on." >&2
  exit 1
}

need redis-server redis-server
dotnet build tests/TypedExplain.Orleans.Silo -c Release -v q >&2
program make "$rows" "$folder/rows.csv"
begin=$(date +%s.%N)
read -r explained shards asked < <(program plain "$folder/rows.csv" "$folder/plain" "$folder/plain-counts")
end=$(date +%s.%N)
awk -v a="$begin" -v b="$end" -v rows="$explained" -v shards="$shards" -v asked="$asked" 'BEGIN { printf "without a cluster: %d rows in %d shards, %.0f s; the model was asked about %d rows\n", rows, shards, b - a, asked }'

redis-server --port "$port" --bind 127.0.0.1 --save '' --appendonly no --dir "$folder" >"$folder/redis" 2>&1 &
redis=$!
most=$((asked * 2))
for number in 1 2 3 4; do
  dotnet tests/TypedExplain.Orleans.Silo/bin/Release/net10.0/TypedExplain.Orleans.Silo.dll silo "$number" "127.0.0.1:$port" "$folder/rows.csv" "$folder/cluster" "$folder/counts" "$most" >"$folder/silo-$number" 2>&1 &
  silos+=($!)
  disown $!
done
begin=$(date +%s.%N)
program start "127.0.0.1:$port" >"$folder/told" 2>&1 &
caller=$!

until_finished 3
kill -9 "${silos[0]}"
echo "killed silo 1 with $(finished) of $shards shards finished"
kill -STOP "${silos[2]}"
echo "froze silo 3"
until_finished 6
kill -9 "${silos[1]}"
echo "killed silo 2 with $(finished) of $shards shards finished"
sleep 20
kill -CONT "${silos[2]}"
echo "silo 3 goes on with $(finished) of $shards shards finished"
wait "$caller" || { tail -n 5 "$folder/told" >&2; tail -n 5 "$folder"/silo-* >&2; exit 1; }
end=$(date +%s.%N)
tail -n 2 "$folder/told"
awk -v a="$begin" -v b="$end" 'BEGIN { printf "with four silos, two of them killed and one frozen: %.0f s\n", b - a }'
sleep 3
kill -0 "${silos[2]}" 2>/dev/null && echo "silo 3 is at work again" || echo "silo 3 found that it was taken for dead, and ended"
rm -rf "$folder/plain/attempts" "$folder/cluster/attempts"
diff -r "$folder/plain" "$folder/cluster" >"$folder/differences" || { cat "$folder/differences"; exit 1; }
echo "all $(find "$folder/cluster" -type f | wc -l) files are the same to the byte"
used=$(awk '/^budget/ { print $2 }' "$folder/told")
counted=$(for count in "$folder"/counts/*.count; do od -A n -t d8 "$count"; done | awk '{ sum += $1 } END { print sum }')
echo "rows asked by all processes $counted, given out by the budget $used, its ceiling $most"
[ "$counted" -le "$used" ] && [ "$used" -le "$most" ]
