"""What the scripts of bench/run share: commands of the project, their time and memory, and a row of the page."""
import importlib.util
import os
import pathlib
import statistics
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
PEERS = ROOT / "bench" / "peers"
CLASSES = f"{ROOT}/bench/target/classes:{ROOT}/lab/target/app/lib/*"


def shell(*command, env=None, check=True):
    done = subprocess.run([str(c) for c in command], cwd=ROOT, capture_output=True, text=True, env={**os.environ, **(env or {})})
    if check and done.returncode:
        raise RuntimeError(f"{' '.join(map(str, command))}: {(done.stderr or done.stdout).strip()[-300:]}")
    return done.stdout


def java(main, *arguments):
    home = os.environ.get("JAVA_HOME")
    executable = f"{home}/bin/java" if home else "java"
    options = ["-XX:+UseParallelGC", "-XX:+UseTransparentHugePages", "-Xmn256m", "--add-modules", "jdk.incubator.vector"]
    return shell(executable, *options, "-cp", CLASSES, f"org.eoslab.bench.{main}", *arguments)


def has(module):
    return importlib.util.find_spec(module) is not None


def row(name, ours, peer=None, unit="", peer_name="", note=""):
    """A measured pair; the ratio is ours over the peer's."""
    return {"name": name, "ours": ours, "peer": peer, "peerName": peer_name, "unit": unit,
            "ratio": ours / peer if peer else None, "note": note}


def timed(rounds, make):
    """The median of the seconds, and the most memory of one run in MB, of a command that is made anew for each."""
    seconds, memory = [], 0
    for _ in range(rounds):
        command = make()
        start = time.perf_counter()
        process = subprocess.Popen([str(c) for c in command], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        problem = process.stderr.read().decode().strip()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds.append(time.perf_counter() - start)
        # A claim that fails, as it may on fewer steps, is no failure of the command.
        if process.returncode > 1:
            raise RuntimeError(f"{' '.join(map(str, command))}: {problem[-300:]}")
        memory = max(memory, used.ru_maxrss / 1024)
    return statistics.median(seconds), memory
