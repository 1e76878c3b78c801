#!/usr/bin/env bash
# One core, one thread and two threads, of a sweep of the minimalist model: the C loop in one process and two (what the hardware gives),
# the batched kernel alone, the making of rows, and the whole command; alternating runs, medians, wall-clock seconds. On one core the
# thread shares it with the JVM's compiler and collector; one thread leaves them the other cores.
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
rate() { "${on[@]}" "$java" "${options[@]}" -cp "$classes" org.eoslab.bench.SweepRate "$1" "$file" "$2" 2>/dev/null; }
sweep() { "${on[@]}" "$root/eos" sweep "$file" --threads "$1" --out "$(mktemp -d -p "$work")"; }

for ((i = 0; i < rounds; i++)); do
    for place in core 1 2; do
        threads=${place/core/1}
        on=()
        [[ $place != core ]] || on=(taskset -c 0)
        [[ $place == core ]] || wall loops "$threads" >>"$work/loop-$place"
        rate kernel "$threads" >>"$work/kernel-$place"
        rate rows "$threads" >>"$work/rows-$place"
        wall sweep "$threads" >>"$work/command-$place"
    done
done
median() { sort -g "$work/$1" | sed -n "$(((rounds + 1) / 2))p"; }
printf '%-22s %10s %10s %10s %14s %14s\n' 'wall-clock seconds' '1 core' '1 thread' '2 threads' '1 core / 2' '1 thread / 2'
# Two processes of the C loop do twice the work of one.
awk -v a="$(median loop-1)" -v b="$(median loop-2)" \
    'BEGIN { printf "%-22s %10s %10.2f %10.2f %14s %14.2f\n", "C loop, a process each", "", a, b, "", 2 * a / b }'
for part in kernel rows command; do
    awk -v n="$part" -v c="$(median $part-core)" -v a="$(median $part-1)" -v b="$(median $part-2)" \
        'BEGIN { printf "%-22s %10.2f %10.2f %10.2f %14.2f %14.2f\n", n, c, a, b, c / b, a / b }'
done
