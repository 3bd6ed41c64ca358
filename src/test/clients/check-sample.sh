#!/bin/sh
# Holds the types that the sample SPA names against those of the contract, as its developers' editors do: whatever path, parameter or member
# openapi.yaml does not know is an error.
#
#   CLIENTS_NODE_MODULES=…/node_modules check-sample.sh
#
# It takes a node_modules with typescript, openapi-typescript and lit-html.
set -eu

main=$(cd "$(dirname "$0")/../../main/resources" && pwd)
modules=${CLIENTS_NODE_MODULES:?a node_modules with typescript, openapi-typescript and lit-html}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp "$main"/standalone/sample/*.js "$work"
ln -s "$modules" "$work/node_modules"
cd "$work"
node node_modules/openapi-typescript/bin/cli.js "$main/openapi.yaml" -o api.d.ts
cat > tsconfig.json << 'JSON'
{
  "compilerOptions": {
    "allowJs": true, "checkJs": true, "strict": true, "noEmit": true, "skipLibCheck": true,
    "target": "es2022", "module": "es2022", "moduleResolution": "bundler", "lib": ["es2022", "dom", "dom.iterable"], "types": [],
    "paths": { "/lit-html.js": ["./node_modules/lit-html/lit-html.d.ts"] }
  },
  "include": ["*.js", "*.d.ts"]
}
JSON
node node_modules/typescript/bin/tsc -p .
echo "the sample: $(cat ./*.js | wc -l) lines of JavaScript, no complaint"
