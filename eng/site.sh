#!/usr/bin/env bash
# Builds the documentation as a site into artifacts/site: the pages of docs and the API from the comments of all packages. Dead links and
# references that lead nowhere are errors. It needs docfx (.config/dotnet-tools.json; else it is installed into artifacts/tools) and python3.
#   eng/site.sh [--no-build]      --no-build takes the packages as they were last built in Release
set -euo pipefail
cd "$(dirname "$0")/.."

if [[ "${1:-}" != "--no-build" ]]; then
  for project in src/*/*.csproj; do
    dotnet build "$project" -c Release -v quiet --nologo
  done
fi

if dotnet tool restore >/dev/null 2>&1; then
  docfx=(dotnet docfx)
else
  [[ -x artifacts/tools/docfx ]] || dotnet tool install docfx --version 2.81.0 --tool-path artifacts/tools
  docfx=(artifacts/tools/docfx)
fi

rm -rf artifacts/site artifacts/site-source
python3 eng/site-pages.py artifacts/site-source
"${docfx[@]}" metadata docs/docfx.json --logLevel warning
"${docfx[@]}" build docs/docfx.json --logLevel warning --warningsAsErrors
printf '<!doctype html><meta charset="utf-8"><title>TypedExplain</title><meta http-equiv="refresh" content="0; url=docs/index.html"><a href="docs/index.html">TypedExplain</a>\n' >artifacts/site/index.html
echo "The site is in artifacts/site; open artifacts/site/index.html through a web server, such as: ${docfx[*]} serve artifacts/site"
