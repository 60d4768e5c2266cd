#!/usr/bin/env bash
# Writes the public surface of the packages as it is now into eng/baseline: reference assemblies without code. Packing compares
# with it (package validation) and refuses what would break programs that are compiled already. Run it when a break is meant, and
# say so in CHANGELOG.md.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build src/TypedExplain.Onnx -c Release -v q >&2
dotnet build src/TypedExplain.Hosting -c Release -v q >&2
dotnet build src/TypedExplain.Batch -c Release -v q >&2
dotnet build src/TypedExplain.Orleans -c Release -v q >&2
dotnet build src/TypedExplain.ML -c Release -v q >&2
mkdir -p eng/baseline
for name in TypedExplain TypedExplain.Training TypedExplain.Onnx TypedExplain.ML TypedExplain.Testing TypedExplain.Decisions TypedExplain.Reports TypedExplain.Hosting TypedExplain.Batch TypedExplain.Orleans; do
  folder=$(mktemp -d)
  mkdir -p "$folder/lib/net10.0"
  cp "src/$name/obj/Release/net10.0/ref/$name.dll" "$folder/lib/net10.0/"
  cat >"$folder/$name.nuspec" <<NUSPEC
<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
  <metadata>
    <id>$name</id>
    <version>0.0.1</version>
    <authors>The TypedExplain authors</authors>
    <description>The public surface that later versions are held to.</description>
    <dependencies><group targetFramework="net10.0" /></dependencies>
  </metadata>
</package>
NUSPEC
  rm -f "eng/baseline/$name.nupkg"
  (cd "$folder" && zip -q -r -X - .) >"eng/baseline/$name.nupkg"
  rm -r "$folder"
done
