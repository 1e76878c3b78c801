#!/usr/bin/env bash
# Builds the explorer's page into the first folder given, with the page that needs no server in its folder "site"; the second argument is the
# laboratory compiled to JavaScript. Run by Maven; does nothing when the sources are those of the last build.
# Without Node or without a way to fetch the packages it says so in one line: then the program has no page, and all else works.
set -euo pipefail
out=$1
laboratory=$(realpath "$2")
cd "$(dirname "${BASH_SOURCE[0]}")"

docs=$(realpath ../../../../docs)
stamp=$({ find . "$docs" -path ./node_modules -prune -o -type f -print0 | sort -z | xargs -0 sha256sum && sha256sum <"$laboratory"; } | sha256sum | cut -c1-64)
if [ -f "$out/stamp" ] && [ "$(cat "$out/stamp")" = "$stamp" ]; then exit 0; fi

skip() {
    echo "explorer: the page is not built: $1; 'eos serve' will say so" >&2
    exit 0
}
{ command -v node && command -v npm; } >/dev/null || skip "there is no Node (20 or later) here"

packages=$(sha256sum package-lock.json | cut -c1-64)
if [ "$(cat node_modules/.built-from 2>/dev/null)" != "$packages" ]; then
    npm ci --no-audit --no-fund --silent || skip "npm could not fetch its packages"
    echo "$packages" >node_modules/.built-from
fi
npm run --silent build -- --outDir "$out" --emptyOutDir --logLevel warn
npx --no-install vite build --config vite.site.config.ts --outDir "$out/site" --emptyOutDir --logLevel warn
node docs.mjs "$docs" "$out/docs"
cp src/icon.svg "$out/"
cp src/icon.svg "$out/site/"
cp site.html "$out/site/index.html"
# The worker's script; a page that is a file, which may not start one from another file, has the same as text: 'eos site' writes it.
cat "$laboratory" src/site/answers.js >"$out/laboratory.js"
# 'eos site' writes these; the documentation is there once.
{ (cd "$out/site" && find . -type f ! -name files.txt) && (cd "$out" && find ./docs -type f); } | sed 's|^\./||' | sort >"$out/site/files.txt"
echo "$stamp" >"$out/stamp"
