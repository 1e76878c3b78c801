#!/usr/bin/env bash
# Makes the run of a network that the story shows where the page comes with none: trains it (three minutes, with CIFAR-10 at hand: `eos data get cifar10`)
# and keeps the columns that are drawn, and the images of the examples that are shown.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
eos=$(cd "$here/../../../../../../.." && pwd)/eos
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$eos" run cifar-fc-1000 --set eta=0.02 --set steps=800 --set every=5 --set measures=opposing --set measuresEvery=5 --store "$work/store"
"$eos" site --out "$work/site" --store "$work/store" --run "$(ls "$work/store/runs")"
node "$here/keep.mjs" "$work"/site/runs/*.js "$here/network.json" "$here/network.jpg"
