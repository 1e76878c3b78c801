package org.eoslab.cli.tool;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eoslab.cli.text.Text;
import org.eoslab.cli.text.TextTable;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.job.HessianEnd;
import org.eoslab.job.HessianPlace;

/**
 * What {@code eos sharpness} says.
 *
 * @param place where it looked
 * @param end what it found
 * @param smallest whether that is the lower end of the spectrum
 */
record SharpnessReport(HessianPlace place, HessianEnd end, boolean smallest) {
    private static final int WIDTH = 120;

    /** The JSON document. */
    static Map<String, Object> document(HessianEnd end) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("eigenvalues", end.eigenvalues());
        document.put("residuals", end.residuals());
        document.put("products", end.products());
        document.put("seconds", end.seconds());
        document.put("parameters", end.parameters());
        document.put("examples", end.examples());
        document.put("loss", end.loss());
        return document;
    }

    /** Prints it for people, with what to do about it. */
    void print(PrintWriter out) {
        out.println(String.format(
                Locale.ROOT,
                "%s: %,d parameters, %,d example%s, loss %s",
                place.name(),
                end.parameters(),
                end.examples(),
                end.examples() == 1 ? "" : "s",
                Text.number(end.loss())));
        out.println();
        TextTable table = new TextTable(smallest ? "smallest eigenvalues" : "largest eigenvalues", "residual");
        for (int i = 0; i < end.eigenvalues().size(); i++) {
            table.row(
                    Text.number(end.eigenvalues().get(i)),
                    Text.number(end.residuals().get(i)));
        }
        out.println(table);
        out.println();
        out.println(String.format(
                Locale.ROOT,
                "  %d Hessian-vector products in %.2f s (%.2f s of it in the products)",
                end.products(),
                end.seconds(),
                end.productSeconds()));
        double first = end.eigenvalues().get(0);
        Text.folded("  ", smallest ? curvature(first) : limit(first), WIDTH, 2).forEach(out::println);
        out.flush();
    }

    private static String curvature(double least) {
        return least < 0
                ? "it is negative: along its eigenvector the loss curves down, and this is no minimum"
                : "it is not negative: the loss curves down along no direction";
    }

    /** The step size up to which gradient descent is stable, and what to do with it. */
    private String limit(double sharpness) {
        if (!(sharpness > 0)) {
            return "no eigenvalue is positive: the loss curves up along no direction, and this limits no step size";
        }
        String sentence = "2/S = " + Text.number(2 / sharpness)
                + ": here gradient descent with a step size below it is stable, and with"
                + " one above it swings along the top eigenvector, wider at every step; train with less, or let S come down"
                + " by itself (warm-up)";
        Dynamics dynamics = place.problem().simulation().dynamics();
        double threshold = dynamics.stabilityThreshold(place.state());
        if (!place.own() || dynamics.preconditions() || !Double.isFinite(threshold)) {
            return sentence;
        }
        return sentence + ". The optimizer of this experiment is stable up to S = " + Text.number(threshold)
                + "; this is " + Text.number(sharpness / threshold) + " of it"
                + (sharpness > threshold ? ": too sharp" : "");
    }
}
