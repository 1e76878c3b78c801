package org.eoslab.cli.run;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eoslab.cli.text.JsonDocument;
import org.eoslab.cli.text.Text;
import org.eoslab.experiment.InputException;
import org.eoslab.model.minimalist.admissible.EosWindow;
import org.eoslab.model.minimalist.enclosure.ExactClip;
import org.eoslab.model.minimalist.enclosure.ExactSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code eos window}: the EoS window of learning rates of an initial point (Proposition C.1). */
@Command(name = "window", description = "The EoS window of learning rates of an initial point (Proposition C.1).")
public final class WindowCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--lambda1", required = true, description = "variance of the irrelevant input")
    private double lambda1;

    @Option(names = "--lambda2", required = true, description = "variance of the relevant input, below lambda1")
    private double lambda2;

    @Option(names = "--alpha", required = true, description = "second-layer weight")
    private double alpha;

    @Option(names = "--beta1", required = true, description = "weight of the irrelevant input")
    private double beta1;

    @Option(names = "--beta2", required = true, description = "weight of the relevant input")
    private double beta2;

    @Option(
            names = "--kappa",
            defaultValue = "1.81",
            description = "κ of the clipping rule floor, 0 < κ < 2 (default: 1.81)")
    private double kappa;

    @Option(names = "--json", description = "one JSON document on standard output, and nothing else")
    private boolean json;

    @Override
    public void run() {
        EosWindow window = window();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("low", window.low());
            document.put("high", window.high());
            document.put("limitedBy", window.limitedBy());
            document.put("empty", window.isEmpty());
            document.put("whyEmpty", window.whyEmpty());
            JsonDocument.print(out, document);
        } else if (window.isEmpty()) {
            out.println("  no learning rate brings this start to the edge of stability: " + window.whyEmpty());
        } else {
            out.println("  the EoS window of this start: η in (" + Text.number(window.low()) + ", "
                    + Text.number(window.high()) + "], limited by " + window.limitedBy());
        }
        out.flush();
    }

    private EosWindow window() {
        for (double x : new double[] {alpha, beta1, beta2}) {
            if (!Double.isFinite(x)) {
                throw new InputException("start: " + x + " is not allowed; it must be a finite number");
            }
        }
        try {
            return EosWindow.of(new ExactSettings(
                    exact("lambda1", lambda1),
                    exact("lambda2", lambda2),
                    BigDecimal.ONE,
                    BigDecimal.valueOf(alpha),
                    BigDecimal.valueOf(beta1),
                    BigDecimal.valueOf(beta2),
                    new ExactClip.Floor(exact("kappa", kappa))));
        } catch (IllegalArgumentException e) {
            throw new InputException(String.valueOf(e.getMessage()));
        }
    }

    private static BigDecimal exact(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new InputException(name + ": " + value + " is not allowed; it must be a finite number");
        }
        return BigDecimal.valueOf(value);
    }
}
