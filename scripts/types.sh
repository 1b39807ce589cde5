#!/usr/bin/env bash
# Types, one project for each pure folder (no Node, no DOM), then the whole. All of them, whatever fails.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 3
code=0
for project in src/*/tsconfig.json tsconfig.json; do
  node_modules/.bin/tsc --project "$project" --pretty false || code=1
done
exit $code
