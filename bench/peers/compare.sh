#!/usr/bin/env bash
# The batched kernel beside gcc and numpy on the same work: alternating runs on one core, medians and ratios.
# usage: bench/peers/compare.sh [ROUNDS]      needs gcc, python3 with numpy, and a built project (mvn -DskipTests package)
set -euo pipefail
rounds=${1:-5}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$here/../..
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
gcc -O3 -march=native "$here/minimalist.c" -o "$work/minimalist" -lm
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
classes="$root/bench/target/classes:$root/core/target/classes:$root/lab/target/app/lib/*"
for ((i = 0; i < rounds; i++)); do
    "$work/minimalist" 500 2>/dev/null >>"$work/gcc"
    "$java" --add-modules jdk.incubator.vector -cp "$classes" org.eoslab.bench.KernelRate 1500 2>/dev/null >>"$work/kernel"
    "$java" -cp "$classes" org.eoslab.bench.KernelRate 100 2>/dev/null >>"$work/plain"
    python3 "$here/minimalist_numpy.py" 1 2>/dev/null >>"$work/numpy"
done
median() { sort -g "$work/$1" | sed -n "$(((rounds + 1) / 2))p"; }
kernel=$(median kernel)
printf '%-28s %14s %18s\n' 'on one core' 'steps/s' 'kernel / this'
for name in kernel plain gcc numpy; do
    awk -v n="$name" -v r="$(median "$name")" -v k="$kernel" 'BEGIN { printf "%-28s %14.3g %18.2f\n", n, r, k / r }'
done
