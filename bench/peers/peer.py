"""What the peers of networks share: our side beside PyTorch and scipy, a step of one and a step of the other."""
import os

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import pathlib
import statistics
import subprocess
import time

import numpy
import torch
from scipy.sparse.linalg import LinearOperator, eigsh

ENVIRONMENT = pathlib.Path(__file__).resolve().parents[2] / "environment"
THREADS = int(os.environ.get("OMP_NUM_THREADS", os.cpu_count()))
# Whoever asks works too.
JAVA = ["bash", "-c", 'source "$0" && exec "$@"', ENVIRONMENT, "java", "-XX:+UseParallelGC", "-XX:+UseTransparentHugePages", "-Xmn512m",
        f"-Djava.util.concurrent.ForkJoinPool.common.parallelism={THREADS - 1}"]
MOST = 2000


class Ours:
    """The program on the other end: answers a line with numbers."""

    def __init__(self, classpath, main, *arguments):
        self.process = subprocess.Popen([*JAVA, "-cp", classpath, f"org.eoslab.bench.{main}", *map(str, arguments)],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.process.stdout.readline()
        torch.set_num_threads(THREADS)

    def ask(self, what):
        self.process.stdin.write(what + "\n")
        self.process.stdin.flush()
        return [float(word) for word in self.process.stdout.readline().split()]

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class Curvature:
    """Hessian products of the loss where the parameters are, the field's way: the gradient's graph again."""

    def __init__(self, loss, w):
        gradient = torch.autograd.grad(loss(), w, create_graph=True)
        self.w = w
        self.flat = torch.cat([g.reshape(-1) for g in gradient])
        self.products = 0

    def product(self, v):
        self.products += 1
        v = torch.tensor(v.reshape(-1), dtype=self.flat.dtype)
        return torch.cat([h.reshape(-1) for h in torch.autograd.grad(self.flat @ v, self.w, retain_graph=True)]).numpy()

    def eigsh(self, tolerance):
        """scipy's; 0 is its default tolerance, that of rounding."""
        n = self.flat.numel()
        operator = LinearOperator((n, n), matvec=self.product, dtype=self.flat.detach().numpy().dtype)
        return eigsh(operator, k=1, which="LA", tol=tolerance)[0][0]

    def power(self, true, error):
        """Power iteration until its Rayleigh quotient is as near to the true value."""
        v = numpy.random.default_rng(0).standard_normal(self.flat.numel()).astype(self.flat.detach().numpy().dtype)
        value = numpy.inf
        while abs(value - true) > error * abs(true) and self.products < MOST:
            v /= numpy.linalg.norm(v)
            image = self.product(v)
            value = float(v @ image)
            v = image
        return value


def race(name, ours, loss, w, eta, steps, every):
    """A step of one, a step of the other; every so many both read the sharpness. Prints medians and their ratios."""
    tolerances = {"reading": 1e-3, "reading, eigsh's default tolerance": 0}
    power = "reading, power iteration at equal true error"
    times = {what: ([], []) for what in ("step", "product", *tolerances, power)}
    products = {what: [] for what in ("ours", "eigsh", "default", "power")}
    missed = 0

    def timed(what, seconds, act):
        begin = time.perf_counter()
        value = act()
        times[what][0].append(seconds)
        times[what][1].append(time.perf_counter() - begin)
        return value

    for t in range(steps):
        if t % every == 0:
            curvature = Curvature(loss, w)
            image = curvature.product(numpy.concatenate([p.detach().numpy().reshape(-1) for p in w]))
            timed("product", ours.ask("product")[0], lambda: curvature.product(image))
            true = ours.ask("exact")[1]
            seconds, sharpness, spent = ours.ask("reading")
            products["ours"].append(spent)
            for (what, tolerance), key in zip(tolerances.items(), ("eigsh", "default")):
                count = []
                value = timed(what, seconds, lambda: peer(loss, w, count, lambda c: c.eigsh(tolerance)))
                products[key].append(count[0])
            # As near to its own true value, which is the last one's, as we came to ours; no nearer than single precision goes.
            error, count = max(abs(sharpness / true - 1), 1e-6), []
            timed(power, seconds, lambda: peer(loss, w, count, lambda c: c.power(value, error)))
            products["power"].append(count[0])
            missed += count[0] >= MOST
            print(f"step {t}: sharpness {sharpness:.4f} with {spent:.0f} products, error {sharpness / true - 1:.1e}; eigsh {value:.4f} with "
                  f"{products['eigsh'][-1]} and {products['default'][-1]}, power iteration {count[0]}")
        seconds = ours.ask("step")[0]
        timed("step", seconds, lambda: descend(loss, w, eta))
    ours.close()
    print(f"{name}, {THREADS} threads, torch {torch.__version__}")
    for what, (mine, theirs) in times.items():
        # The first of each warms up the runtimes.
        a, b = statistics.median(mine[1:]), statistics.median(theirs[1:])
        print(f"{what}: ours {1e3 * a:.3f} ms, peer {1e3 * b:.3f} ms, ratio {a / b:.3f}")
    print("products a reading: ours {:.1f}, eigsh {:.1f} and {:.1f}, power iteration {:.1f}".format(*map(statistics.mean, products.values())))
    if missed:
        print(f"power iteration did not come there in {MOST} products at {missed} readings")


def peer(loss, w, count, act):
    curvature = Curvature(loss, w)
    value = act(curvature)
    count.append(curvature.products)
    return value


def descend(loss, w, eta):
    gradient = torch.autograd.grad(loss(), w)
    with torch.no_grad():
        for p, g in zip(w, gradient):
            p -= eta * g
