#!/usr/bin/env bash
# Gives every reader hostile input, ten million in all or as many as are asked for, and prints what became of them; compares
# random ensembles with ONNX Runtime, too. Ends with 1 where anything was found. An input depends on its number alone: a second argument
# begins with another one, so that runs can go on where others ended. A third is what the names of the readers begin with, such as json-record.
set -euo pipefail
cd "$(dirname "$0")/.."
inputs=${1:-10000000}
first=${2:-0}
name=${3:-}
dotnet build tests/TypedExplain.Fuzz -c Release -v q >&2
dotnet tests/TypedExplain.Fuzz/bin/Release/net10.0/TypedExplain.Fuzz.dll "$inputs" "$first" "$name"
[ -n "$name" ] && exit 0
TYPEDEXPLAIN_ENSEMBLES=$((inputs / 1000 < 500 ? 500 : inputs / 1000)) dotnet test tests/TypedExplain.Onnx.Tests -c Release --filter FullyQualifiedName~DifferentialTests --logger "console;verbosity=detailed" | grep -E "random ensembles|Passed|Failed"
