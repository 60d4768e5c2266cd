#!/usr/bin/env bash
# For a machine whose NuGet feed lacks Microsoft.ML.OnnxRuntime: builds it into artifacts/local-feed, in half a minute,
# of an npm package that has the managed sources and the native library (linux-x64). Elsewhere it does nothing.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$here/../../artifacts"
art=$(cd "$here/../../artifacts" && pwd)
feed=$art/local-feed work=$art/ort-work served=$art/onnxruntime-is-served
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

[[ -d $feed || -e $served ]] && exit 0

rm -rf "$work"
mkdir -p "$work/feed"
trap 'rm -rf "$work"' EXIT

# Into a package folder of its own, so that a local rebuild which an earlier run left in the user's does not answer.
if dotnet restore "$here/Probe.csproj" -p:OrtWork="$work" --packages "$work/probe" --no-http-cache -v q >/dev/null 2>&1; then
  touch "$served"
  exit 0
fi

if [[ $(uname -sm) != "Linux x86_64" ]] || ! command -v npm >/dev/null; then
  echo "The NuGet feed has no Microsoft.ML.OnnxRuntime, and it can be rebuilt on Linux x64 with npm alone." >&2
  exit 1
fi

echo "The NuGet feed has no Microsoft.ML.OnnxRuntime: rebuilding it into artifacts/local-feed (150 MB to fetch, once)."
cd "$work"
npm_id=com.github.asus4.onnxruntime@0.4.9
sha='BkzxduSZ9IkeDP6Q8lz2TFU2ie7hSSvS7ZIfzMooExoq0CNzJnuuGaUJ7IsojBgqO4ouD1jXah8OYyJbCN29Fg=='
tgz=$(npm pack --silent "$npm_id")
[[ $(openssl dgst -sha512 -binary "$tgz" | base64 -w0) == "$sha" ]] || { echo "integrity mismatch: $npm_id" >&2; exit 1; }
tar xzf "$tgz" package/Runtime package/Plugins/Linux package/LICENSE package/ThirdPartyNotices.txt
for project in Managed Native; do
  dotnet pack "$here/$project.csproj" -c Release -o "$work/feed" -p:OrtWork="$work" --nologo -v q
done

# Moved into place last: the repository's properties test for the folder.
mv "$work/feed" "$feed"
