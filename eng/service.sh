#!/usr/bin/env bash
# Publishes tests/TypedExplain.Aot.Service natively, starts it, asks every endpoint once, and a model from a file of LightGBM, and prints warnings, size, time to the first
# answer and memory.
set -euo pipefail
cd "$(dirname "$0")/.."
out=$(mktemp -d)
service=
trap 'kill $service 2>/dev/null || true; rm -rf "$out"' EXIT
dotnet publish tests/TypedExplain.Aot.Service -c Release -r linux-x64 -o "$out" >"$out/publish.log" || { cat "$out/publish.log"; exit 1; }
echo "warnings: $(grep -c 'warning' "$out/publish.log" || true)"
echo "size: $(($(stat -c %s "$out/TypedExplain.Aot.Service") / 1024)) KiB"
url=http://127.0.0.1:${PORT:-5087}
began=$(date +%s%N)
"$out/TypedExplain.Aot.Service" --urls "$url" --receipts "$out/receipts.jsonl" >"$out/service.log" &
service=$!
until curl -sf -o /dev/null "$url/health"; do sleep 0.005; done
echo "first answer after: $((($(date +%s%N) - began) / 1000000)) ms"
loan='{"Income":2000,"Debt":3000,"Home":"Rent"}'
for question in explanation contributions reasons recourse plan page receipts/0/replay; do
  curl -s -o "$out/answer" -w "$question: %{http_code} in %{time_total} s\n" -H 'Content-Type: application/json' -d "$loan" "$url/loans/$question"
done
grep -q '"identical":true' "$out/answer"
curl -sf -H 'Content-Type: application/json' -d "$loan" "$url/trees/contributions" | grep -o '"contribution":[^,]*,"name":"[A-Za-z]*"' | sed 's/^/from the file of LightGBM: /'
awk '/VmRSS/ {print "memory: " $2 " KiB"}' "/proc/$service/status"
