"""How time grows with the size of the work: over steps, dimension, images, the size of a sweep, and executors of a cluster."""
import contextlib
import math
import os
import pathlib
import re
import subprocess
import tempfile
import threading

from measure import ROOT, row, shell, timed

# Exponents that are tried, and the step between them.
MOST_EXPONENT = 3
EXPONENT_STEP = 0.01


def line(points, exponent):
    """The c and a of seconds = c + a·size^p, by least squares, and the sum of the squares that are left."""
    x = [size**exponent for size, _ in points]
    y = [seconds for _, seconds in points]
    mx, my = sum(x) / len(x), sum(y) / len(y)
    a = sum((u - mx) * (v - my) for u, v in zip(x, y)) / sum((u - mx) ** 2 for u in x)
    c = my - a * mx
    return c, a, sum((c + a * u - v) ** 2 for u, v in zip(x, y))


def fitted(points):
    """The law seconds = c + a·size^p that is nearest to some points, p by trying."""
    exponents = [EXPONENT_STEP * i for i in range(1, round(MOST_EXPONENT / EXPONENT_STEP) + 1)]
    exponent = min(exponents, key=lambda p: line(points, p)[2])
    c, a, _ = line(points, exponent)
    return {"start": c, "factor": a, "exponent": round(exponent, 2)}


def series(name, axis, points, fit, memory):
    """The rows of a series: its points, and the exponent of the law through them."""
    rows = [row(f"{name}: {size:,} {axis}", seconds, unit="s", note=f"{m:.0f} MB" if m else "") for (size, seconds), m in zip(points, memory)]
    return [*rows, {**row(f"{name}: exponent", fit["exponent"], note="of the time beyond the start" if "start" in fit else ""),
                    "series": name, "axis": axis, "sizes": [s for s, _ in points], "seconds": [t for _, t in points], "fit": fit}]


def swept(folder, runs):
    """A sweep file of so many runs of 2,000 steps."""
    file = pathlib.Path(folder, f"sweep-{runs}.yaml")
    file.write_text(f"preset: canonical\nsteps: 2000\nsweep:\n  axes:\n    eta: {{from: 0.2, to: 4, points: {runs // 100}}}\n    alpha: {{from: 1, to: 2, points: 100}}\n")
    return file


def sizes(options):
    rows = []
    with tempfile.TemporaryDirectory() as work:
        works = [
            ("a run of canonical", "steps", [1_000_000, 4_000_000, 16_000_000, 64_000_000], lambda n: ["run", "canonical", "--steps", n, "--record", "every:1000", "--no-store"]),
            ("200 steps of linear-nd", "dimensions", [8, 16, 32, 64], lambda n: ["run", "linear-nd", "--set", f"dimension={n}", "--steps", 200, "--no-store"]),
            ("a sweep", "runs", [100_000, 300_000, 1_000_000, 3_000_000], lambda n: ["sweep", swept(work, n), "--out", f"{work}/{n}-{os.urandom(4).hex()}"]),
        ]
        if options.data:
            works.append(("40 steps of cifar-fc", "images", [250, 500, 1000, 2000],
                          lambda n: ["run", "cifar-fc-1000", "--set", f"images={n}", "--data", options.data, "--steps", 40, "--no-store"]))
        for name, axis, values, command in works:
            found = [timed(1 if options.short else 3, lambda n=n: [ROOT / "eos", *command(n)]) for n in values]
            points = list(zip(values, (seconds for seconds, _ in found)))
            rows += series(name, axis, points, fitted(points), [memory for _, memory in found])
    return rows


@contextlib.contextmanager
def cluster(executors):
    """A standalone Spark cluster on the loopback address, of one worker with one core an executor, each a process; gives the address of its master."""
    processes = []

    def start(ready, *program):
        command = ["java", f"@{ROOT}/spark/jvm.options", "-Xmx256m", "-Dlog4j2.level=info", "-cp", f"{home}/jars/*", f"org.apache.spark.deploy.{program[0]}", "--host", "127.0.0.1", *program[1:]]
        environment = {**os.environ, "SPARK_HOME": home, "SPARK_SCALA_VERSION": "2.13", "SPARK_LOCAL_IP": "127.0.0.1"}
        process = subprocess.Popen(command, cwd=home, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        processes.append(process)
        for said in process.stdout:
            found = re.search(ready, said)
            if found:
                # It waits for a reader when nobody reads on.
                threading.Thread(target=process.stdout.read, daemon=True).start()
                return found
        raise RuntimeError(f"Spark: no {program[0]}")

    with tempfile.TemporaryDirectory() as home:
        try:
            jars = pathlib.Path(home, "jars")
            jars.mkdir()
            for jar in pathlib.Path(ROOT, "spark/target/class-path").read_text().strip().split(os.pathsep):
                (jars / pathlib.Path(jar).name).symlink_to(jar)
            master = start(r"Starting Spark master at (spark://\S+)", "master.Master", "--port", "0", "--webui-port", "0")[1]
            for _ in range(executors):
                start("Successfully registered with master", "worker.Worker", "--cores", "1", "--memory", "2g", "--webui-port", "0", master)
            yield master
        finally:
            for process in reversed(processes):
                process.terminate()
                process.wait()


def executors(options):
    """Seconds of a step of a network over executors of a core each: two lengths of a run, so that its start falls out."""
    if not options.data:
        raise RuntimeError("no CIFAR-10 archive: --data DIR")
    if (os.cpu_count() or 1) < 2:
        raise RuntimeError("one core is one executor")
    shell("mvn", "-q", "-DskipTests", "package", "-pl", "spark", "-am")
    few, many = 5, 45
    points = []
    for count in range(1, os.cpu_count() + 1):
        with cluster(count) as master:
            command = [ROOT / "eos", "run", "cifar-fc-1000", "--set", "images=4000", "--set", "every=1000", "--data", options.data, "--no-store", "--spark", master]
            took = [timed(1 if options.short else 3, lambda steps=steps: [*command, "--steps", steps])[0] for steps in (few, many)]
        points.append((count, (took[1] - took[0]) / (many - few)))
        if points[-1][1] <= 0:
            raise RuntimeError("other work on the machine hides the time of a step")
    name = "a step of cifar-fc on 4,000 images"
    (first, slow), (last, fast) = points[0], points[-1]
    exponent = math.log(fast / slow) / math.log(last / first)
    return series(name, "executors", points, {"exponent": round(exponent, 2)}, [0] * len(points))

