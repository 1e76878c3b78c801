package org.eoslab.bench.trust.fuzz;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.job.NamedExperiment;
import org.eoslab.view.Questions;

/** Requests to a running explorer, byte by byte: answered with a status that blames the sender, or none. */
final class Requests implements Kind {
    private static final int PATIENCE = 5_000;

    /** How much of an answer is kept. */
    private static final int MOST = 2_000;

    private static final List<String> PATHS = List.of(
            "/",
            "/api/runs",
            "/api/runs/x",
            "/api/runs/x/csv",
            "/api/runs/x/yaml",
            "/api/runs/x/pictures/a.png",
            "/api/sweeps",
            "/api/sweeps/x",
            "/api/sweeps/x/at/1/2",
            "/api/presets",
            "/api/live",
            "/api/sweep",
            "/api/events",
            "/assets/x.js",
            "/api/live/1/columns");

    private final URI address;
    private final List<NamedExperiment> small = TextKinds.small(Catalogue.load());

    /**
     * Requests to one.
     *
     * @param address its page
     */
    Requests(URI address) {
        this.address = address;
    }

    @Override
    public String name() {
        return "HTTP request";
    }

    @Override
    public int share() {
        return 30;
    }

    @Override
    public Attempt next(Path folder, Random random) throws IOException {
        String request = random.nextInt(4) == 0 ? get(Mutation.one(PATHS, random)) : question(random);
        if (random.nextInt(3) == 0) {
            request = Mutation.text(request, random);
        }
        String sent = request;
        return new Attempt(request.replaceAll("\\s+", " "), () -> answered(sent));
    }

    /** A question that is right, and so must be answered, whatever was asked before. */
    Outcome right() throws IOException {
        Outcome outcome = answered(get("/api/runs"));
        return outcome.accepted() ? outcome : new Outcome(false, "a question that is right has no answer");
    }

    private String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nConnection: close\r\n\r\n";
    }

    private String question(Random random) throws IOException {
        Experiment experiment = Mutation.one(small, random).experiment();
        Map<String, Object> record = new LinkedHashMap<>(experiment.settings().flat());
        record.put("model", experiment.model().name());
        record.put("steps", 50);
        String json =
                new ObjectMapper().writeValueAsString(Map.of("experiment", record, "from", 0, "to", 50, "pixels", 100));
        if (random.nextBoolean()) {
            json = Mutation.text(json, random);
        }
        // A change of the number of steps is right, and takes its time.
        json = json.replaceAll("\"steps\":\\s*[-+.\\dEe]+", "\"steps\":50");
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        return "POST /api/" + Mutation.one(Questions.NAMES, random) + " HTTP/1.1\r\nHost: " + address.getAuthority()
                + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " + length + "\r\n\r\n"
                + json;
    }

    private Outcome answered(String request) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return judged(answer(socket.getInputStream()));
        }
    }

    /** The first line, and of one that blames the server all that follows; a request that says it is longer than it is may never be answered. */
    private static String answer(InputStream in) {
        StringBuilder text = new StringBuilder();
        try {
            boolean line = true;
            for (int c = in.read(); c >= 0 && line && text.length() < MOST; c = in.read()) {
                text.append((char) c);
                line = c != '\n' || text.indexOf("HTTP/1.1 5") == 0;
            }
        } catch (IOException e) {
            return text.toString();
        }
        return text.toString().replaceAll("\\s+", " ").trim();
    }

    private static Outcome judged(String status) {
        if (status.isEmpty()) {
            return Outcome.REFUSED;
        }
        boolean wrong = status.startsWith("HTTP/1.1 5")
                && !status.startsWith("HTTP/1.1 503")
                && !status.startsWith("HTTP/1.1 505")
                && !status.startsWith("HTTP/1.1 501");
        return new Outcome(status.startsWith("HTTP/1.1 2"), wrong ? status : "");
    }
}
