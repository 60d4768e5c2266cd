#!/usr/bin/env bash
# Holds the manifests of deploy/kubernetes to the schemas of Kubernetes, by the npm package kubernetes-models in an exact version, which
# goes to artifacts/kubernetes and is not kept. Ends with 1 where a manifest does not fit, and with 3 where the package cannot be had;
# with --check it installs nothing and only says what is missing.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=artifacts/kubernetes
models=4.5.1
yaml=5.5.0

fail() {
  echo "No schemas of Kubernetes: $1" >&2
  exit 3
}

command -v node >/dev/null || fail "node is not installed."
if [ ! -d "$folder/node_modules/kubernetes-models" ] || [ ! -d "$folder/node_modules/js-yaml" ]; then
  [ "${1:-}" != --check ] || fail "$folder has no kubernetes-models $models; run eng/kubernetes.sh."
  command -v npm >/dev/null || fail "npm is not installed."
  mkdir -p "$folder"
  npm install --prefix "$folder" --no-save --no-audit --no-fund "kubernetes-models@$models" "js-yaml@$yaml" >"$folder/npm.log" 2>&1 || fail "npm could not install kubernetes-models $models: $(tail -n 1 "$folder/npm.log")"
fi
[ "${1:-}" != --check ] || exit 0
cat >"$folder/validate.cjs" <<'EOF'
const fs = require("fs");
const yaml = require("js-yaml");
for (const file of process.argv.slice(2)) {
  for (const text of yaml.loadAll(fs.readFileSync(file, "utf8"))) {
    const model = require("kubernetes-models/" + text.apiVersion)[text.kind];
    if (!model)
      throw new Error(`${file}: there is no ${text.kind} in ${text.apiVersion}`);
    const object = new model(text);
    object.validate();
    console.log(`${file}: ${text.kind} ${text.metadata.name} fits its schema`);
  }
}
EOF
node "$folder/validate.cjs" "${@:-deploy/kubernetes/explain.yaml}"
