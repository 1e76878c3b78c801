#!/usr/bin/env bash
# One thread and two, of a sweep of the minimalist model: the C loop in one process and two (what the hardware gives), the batched
# kernel alone, the making of rows, and the whole command; alternating runs, medians, wall-clock seconds.
# usage: bench/peers/threads.sh [ROUNDS [FILE]]      needs gcc and a built project (./eos presets; mvn -DskipTests package)
set -euo pipefail
rounds=${1:-3}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$here/../..
file=${2:-$root/examples/phase-diagram.yaml}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
gcc -O3 -march=native "$here/minimalist.c" -o "$work/minimalist" -lm
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
classes="$root/bench/target/classes:$root/core/target/classes:$root/lab/target/app/lib/*"
options=(-XX:+UseParallelGC -XX:+UseTransparentHugePages -Xmn256m --add-modules jdk.incubator.vector)

wall() {
    local start
    start=$(date +%s.%N)
    "$@" >/dev/null 2>&1
    echo "$(date +%s.%N) $start" | awk '{ print $1 - $2 }'
}
loops() {
    local i
    for ((i = 0; i < $1; i++)); do "$work/minimalist" 500 & done
    wait
}
rate() { "$java" "${options[@]}" -cp "$classes" org.eoslab.bench.SweepRate "$1" "$file" "$2" 2>/dev/null; }
sweep() { "$root/eos" sweep "$file" --threads "$1" --out "$(mktemp -d -p "$work")"; }

for ((i = 0; i < rounds; i++)); do
    for threads in 1 2; do
        wall loops "$threads" >>"$work/loop-$threads"
        rate kernel "$threads" >>"$work/kernel-$threads"
        rate rows "$threads" >>"$work/rows-$threads"
        wall sweep "$threads" >>"$work/command-$threads"
    done
done
median() { sort -g "$work/$1" | sed -n "$(((rounds + 1) / 2))p"; }
printf '%-22s %10s %10s %8s\n' 'wall-clock seconds' '1 thread' '2 threads' 'ratio'
# Two processes of the C loop do twice the work of one.
awk -v a="$(median loop-1)" -v b="$(median loop-2)" 'BEGIN { printf "%-22s %10.2f %10.2f %8.2f\n", "C loop, a process each", a, b, 2 * a / b }'
for part in kernel rows command; do
    awk -v n="$part" -v a="$(median $part-1)" -v b="$(median $part-2)" 'BEGIN { printf "%-22s %10.2f %10.2f %8.2f\n", n, a, b, a / b }'
done
