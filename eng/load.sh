#!/usr/bin/env bash
# Puts the sample of a service (samples/CreditService) under load with wrk, 64 connections for SECONDS (60), and prints how long answers
# take, how many there are and what became of memory: explanations, each of a new applicant and with a receipt, then the same records
# scored without an explanation, then more than the service takes. With --postgres receipts go to PostgreSQL, which is killed under
# load; every receipt that was acknowledged must be in the log afterwards. Ends with 1 where a check fails, and with 3 where wrk or
# PostgreSQL cannot be had.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=60
postgres=
for argument in "$@"; do
  case $argument in
    --postgres) postgres=1 ;;
    *[!0-9]*) echo "usage: eng/load.sh [SECONDS] [--postgres]" >&2; exit 2 ;;
    *) seconds=$argument ;;
  esac
done
port=${PORT:-5717}
address=http://127.0.0.1:$port
folder=$(mktemp -d)
chmod 755 "$folder"
service=
database=

cleanup() {
  stop
  [ -z "$database" ] || as_user pg_ctl -D "$database/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$folder"
}
trap cleanup EXIT

need() {
  local program=$1 package=$2
  command -v "$program" >/dev/null && return
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || { echo "$program is not there; install the package $package." >&2; exit 3; }
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$package"; } >"$folder/apt" 2>&1 || { tail -n 3 "$folder/apt" >&2; exit 3; }
}

as_user() {
  if [ "$(id -u)" = 0 ]; then (cd / && runuser -u nobody -- "$@"); else "$@"; fi
}

start() {
  env Logging__LogLevel__Default=Critical "${settings[@]}" dotnet samples/CreditService/bin/Release/net10.0/CreditService.dll --urls "$address" "$@" >"$folder/service" 2>&1 &
  service=$!
  for ((tries = 0; tries < 120; tries++)); do
    [ "$(health)" = 200 ] && return
    kill -0 "$service" 2>/dev/null || break
    sleep 0.5
  done
  cat "$folder/service" >&2
  echo "The service did not start." >&2
  exit 1
}

stop() {
  [ -n "$service" ] || return 0
  kill "$service" 2>/dev/null || true
  wait "$service" 2>/dev/null || true
  service=
}

health() {
  curl -s -o /dev/null -w '%{http_code}' --max-time 20 "$address/health" || true
}

memory() {
  awk '/^VmRSS/ { printf "%.0f MB", $2 / 1024 }' "/proc/$service/status"
}

# The largest resident memory of the service in each sixth of a load's time: what grows without end shows as a rise from one to the next.
course() {
  local each=$((($1 + 5) / 6)) part second now most
  for part in 1 2 3 4 5 6; do
    most=0
    for ((second = 0; second < each; second++)); do
      sleep 1
      now=$(awk '/^VmRSS/ { printf "%.0f", $2 / 1024 }' "/proc/$service/status" 2>/dev/null) || return 0
      [ "$now" -le "$most" ] || most=$now
    done
    printf ' %s' "$most"
  done
}

load() {
  wrk -t 4 -c 64 -d "${2}s" --timeout 30s -s eng/load.lua "$address$1" | grep -E '^  ([0-9.]+ answers|busy|first error)' || true
}

need wrk wrk
dotnet build samples/CreditService -c Release -v q >&2
settings=()

if [ -z "$postgres" ]; then
  start --receipts "$folder/receipts.db"
  load /loans/explanation 3 >/dev/null
  echo "Explanations, 64 connections for $seconds s; memory before: $(memory)"
  course "$seconds" >"$folder/course" &
  load /loans/explanation "$seconds"
  wait $!
  echo "  largest memory in each sixth of the time, in MB:$(cat "$folder/course")"
  echo "Scores without explanations, 64 connections for $seconds s; memory before: $(memory)"
  course "$seconds" >"$folder/course" &
  load /score "$seconds"
  wait $!
  echo "  largest memory in each sixth of the time, in MB:$(cat "$folder/course")"
  stop

  settings=(Explain__Loan__Concurrency=1 Explain__Loan__Queue=8)
  start --receipts "$folder/small.db"
  overload=$((seconds < 10 ? seconds : 10))
  echo "More than it takes: one at a time, 8 wait, 64 connections for $overload s"
  load /loans/explanation "$overload" | tee "$folder/overload"
  grep -q 'busy (429) [1-9].*Retry-After [1-9]' "$folder/overload" || { echo "  nobody was told to come again" >&2; exit 1; }
  sleep 1
  code=$(curl -s -o /dev/null -w '%{http_code} after %{time_total} s' -H 'Content-Type: application/json' "$address/loans/explanation" -d '{"Age":41,"Income":21000,"Amount":9000,"Term":24,"Employment":3,"Work":"Employed","Housing":"Rent","Savings":"Below1000","OtherLoans":2,"HasDefaulted":false}')
  echo "  afterwards: $code, health $(health)"
  [ "${code%% *}" = 200 ] || exit 1
  exit 0
fi

for version in /usr/lib/postgresql/*/bin; do
  PATH=$PATH:$version
done
need psql postgresql
for version in /usr/lib/postgresql/*/bin; do
  PATH=$PATH:$version
done
need initdb postgresql
database=$folder/postgres
mkdir "$database"
[ "$(id -u)" != 0 ] || chown nobody "$database"
as_user initdb -D "$database/data" -U tester -A trust -E UTF8 >/dev/null
server() {
  as_user pg_ctl -D "$database/data" -o "-k $database -c listen_addresses='' -c max_connections=200" -l "$database/log" -w start >/dev/null
}
server
start --postgres "Host=$database;Username=tester;Database=postgres"
echo "Explanations with receipts in PostgreSQL, 64 connections for $seconds s; it is killed and comes back meanwhile"
ACKNOWLEDGED=$folder/acknowledged load /loans/explanation "$seconds" >"$folder/killed" &
loading=$!
sleep $((seconds / 3))
kill -9 $(head -n 1 "$database/data/postmaster.pid")
sleep 1
during=$(health)
sleep 2
for ((tries = 0; tries < 30; tries++)); do
  server 2>/dev/null && break
  sleep 1
done
for ((tries = 0; tries < 60; tries++)); do
  after=$(health)
  [ "$after" = 200 ] && break
  sleep 0.5
done
wait "$loading"
cat "$folder/killed"
echo "  health while it was gone: $during, once it was back: $after"
cat "$folder"/acknowledged* | sort >"$folder/given"
as_user psql -h "$database" -U tester -d postgres -Atc "SELECT sequence || ' ' || receipt FROM receipt_log" | sort >"$folder/logged"
missing=$(comm -23 "$folder/given" "$folder/logged" | wc -l)
echo "  acknowledged $(wc -l <"$folder/given"), in the log $(wc -l <"$folder/logged"), acknowledged and not in the log $missing"
[ "$missing" = 0 ] && [ "$during" = 503 ] && [ "$after" = 200 ]
