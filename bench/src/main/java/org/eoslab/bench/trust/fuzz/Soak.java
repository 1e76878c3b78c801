package org.eoslab.bench.trust.fuzz;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eoslab.store.file.DurableFiles;

/**
 * A server in random use: its page's questions, right and nearly right, one after another. At the end its resident memory and its open files are
 * held against those of a sixth of the time before, when all that it needs is loaded.
 */
public final class Soak {
    private static final Pattern ADDRESS = Pattern.compile("http://\\S+");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s*(\\d+) kB");

    /** How much more of either there may be at the end. */
    private static final double MORE = 1.05;

    private Soak() {}

    private record Sample(double megabytes, long files) {
        static Sample of(long process) throws IOException {
            Path proc = Path.of("/proc", String.valueOf(process));
            Matcher resident = RESIDENT.matcher(Files.readString(proc.resolve("status")));
            try (Stream<Path> files = Files.list(proc.resolve("fd"))) {
                return new Sample(
                        resident.find() ? Long.parseLong(resident.group(1)) / 1024.0 : Double.NaN, files.count());
            }
        }
    }

    /** {@code Soak EOS SEED MINUTES}: prints a line a minute, and ends with 1 when there is more at the end, or an answer blamed the server. */
    public static void main(String[] arguments) throws Exception {
        Path store = Files.createTempDirectory("trust-soak");
        Process server = new ProcessBuilder(arguments[0], "serve", "--port", "0", "--store", store.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int code;
        try {
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
            code = use(server.pid(), address(out), Long.parseLong(arguments[1]), Integer.parseInt(arguments[2]));
        } finally {
            server.destroy();
            server.waitFor(10, TimeUnit.SECONDS);
            DurableFiles.deleteTree(store);
        }
        System.exit(code);
    }

    private static URI address(BufferedReader out) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher found = ADDRESS.matcher(line);
            if (found.find()) {
                return URI.create(found.group());
            }
        }
        throw new IOException("the server did not say where it listens");
    }

    private static int use(long process, URI address, long seed, int minutes) throws Exception {
        Requests requests = new Requests(address);
        Random random = new Random(seed);
        Path nowhere = Path.of("");
        List<Sample> samples = new ArrayList<>();
        long start = System.nanoTime();
        long asked = 0;
        long refused = 0;
        int bad = 0;
        while (samples.size() < minutes) {
            Kind.Attempt attempt = requests.next(nowhere, random);
            Kind.Outcome outcome = attempt.act().run();
            asked++;
            refused += outcome.accepted() ? 0 : 1;
            if (!outcome.problem().isEmpty()) {
                bad++;
                System.out.println(outcome.problem() + ": " + attempt.text());
            }
            if (System.nanoTime() - start > (samples.size() + 1) * 60_000_000_000L) {
                Sample now = Sample.of(process);
                String dead = requests.right().problem();
                if (!dead.isEmpty()) {
                    bad++;
                    System.out.println(dead);
                }
                samples.add(now);
                System.out.printf(
                        Locale.ROOT,
                        "minute %d: %d requests, %d refused, %.0f MB resident, %d open files%n",
                        samples.size(),
                        asked,
                        refused,
                        now.megabytes,
                        now.files);
            }
        }
        Sample settled = samples.get(minutes / 6);
        Sample last = samples.get(minutes - 1);
        boolean flat = last.megabytes <= settled.megabytes * MORE && last.files <= settled.files + 5;
        return flat && bad == 0 ? 0 : 1;
    }
}
