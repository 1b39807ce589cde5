#!/usr/bin/env bash
# Types, one project for each pure folder (no Node, no DOM), then the whole.
set -euo pipefail
cd "$(dirname "$0")/.."
for project in src/*/tsconfig.json tsconfig.json; do
  node_modules/.bin/tsc --project "$project"
done
