#!/usr/bin/env bash
# The resident memory of an explorer that watches short runs one after another, as the page does: its event stream is open, and the rows are
# asked for as they come. Prints a line for each tenth run, then the growth from the twentieth to the last.
# usage: bench/watched-memory.sh [RUNS [PRESET [STEPS]]]      200 cifar-fc-1000 10; needs Linux, curl and a built project (./eos presets)
# Data sets are looked for as ./eos does: set EOSLAB_DATA. Exits with 1 when the last is more than a tenth above the twentieth.
set -euo pipefail
runs=${1:-200}
preset=${2:-cifar-fc-1000}
steps=${3:-10}
reference=20
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
server=
stream=
finish() {
    [ -z "$stream" ] || kill "$stream" 2>/dev/null || true
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    [ -z "$server" ] || wait "$server" 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT

"$root/eos" serve --port 0 --store "$work/store" >"$work/out" 2>"$work/err" &
server=$!
until grep -q 'explorer: http' "$work/out"; do
    kill -0 "$server" 2>/dev/null || { cat "$work/err" >&2; exit 2; }
    sleep 0.2
done
address=$(grep -o 'http://[^ ]*/' "$work/out")

ask() { curl -sS --fail-with-body -H 'Content-Type: application/json' "$@"; }
field() { grep -o "\"$1\":[^,}]*" | head -1 | cut -d: -f2 | tr -d '"'; }
resident() { awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$server/status"; }

curl -sN "${address}api/events?tab=memory" >/dev/null &
stream=$!
for ((i = 1; i <= runs; i++)); do
    number=$(ask "${address}api/live" -d "{\"preset\":\"$preset\",\"set\":{\"steps\":$steps}}" | field number)
    while true; do
        seen=$(ask "${address}api/live/$number/columns" -d '{"columns":["sharpness","loss"]}')
        status=$(field status <<<"$seen")
        case $status in
            finished) break ;;
            waiting | running) sleep 0.05 ;;
            *) echo "run $i: $status: $seen" >&2; exit 2 ;;
        esac
    done
    id=$(field id <<<"$seen")
    ask "${address}api/runs/$id/columns" -d '{"columns":["sharpness","loss"]}' >/dev/null
    now=$(resident)
    if ((i == reference)); then then=$now; fi
    if ((i % 10 == 0 || i == runs)); then echo "run $i: $now MB resident"; fi
done
if ((runs > reference)); then
    awk -v a="$then" -v b="$now" -v r="$reference" -v n="$runs" \
        'BEGIN { printf "from run %d to run %d: %+.1f %%\n", r, n, 100 * (b / a - 1); exit b > 1.1 * a }'
fi
