package org.eoslab.model.minimalist;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.optimizer.OptimizerSetting;
import org.eoslab.model.descent.Descent;
import org.eoslab.model.minimalist.dynamics.ClippingRule;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.model.minimalist.enclosure.ExactClip;

/**
 * The setting {@code clip} of the paper's gradient descent, read: {@code floor κ}, {@code step C}, {@code norm C} or {@code none}.
 *
 * @param word which of them
 * @param constant κ or C; NaN for none
 */
public record ClipSetting(String word, double constant) {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** The setting. It is the model's own, and acts with gradient descent alone. */
    public static final Setting<ClipSetting> SETTING = OptimizerSetting.ofGradientDescent(Setting.parsed(
            "clip",
            "clipping rule",
            "floor KAPPA (0 < KAPPA < 2), step C, norm C (C > 0) or none",
            ClipSetting::read,
            "floor 1.81"));

    /** A model's own settings, this one among them, and the other rules'. */
    public static List<Setting<?>> settings(Setting<?>... own) {
        List<Setting<?>> all = new ArrayList<>(List.of(own));
        all.addAll(OptimizerSetting.besidesGradientDescent(all));
        all.addAll(Descent.common());
        return List.copyOf(all);
    }

    private static ClipSetting read(String text) {
        String[] words = SPACE.split(text);
        if (text.equals("none")) {
            return new ClipSetting(text, Double.NaN);
        }
        double c = words.length == 2 ? Double.parseDouble(words[1]) : Double.NaN;
        boolean allowed =
                switch (words[0]) {
                    case "floor" -> c > 0 && c < 2;
                    case "step", "norm" -> c > 0 && c < Double.POSITIVE_INFINITY;
                    default -> false;
                };
        if (!allowed) {
            throw new IllegalArgumentException("clip = " + text);
        }
        return new ClipSetting(words[0], c);
    }

    /** The rule it means, at step size {@code eta}. */
    public ClippingRule rule(double eta, Minimalist model) {
        return rule(eta, model.lambda1());
    }

    /** The rule it means, at step size {@code eta} and with the largest variance λ₁. */
    public ClippingRule rule(double eta, double lambda1) {
        return switch (word) {
            case "floor" -> ClippingRule.Floor.of(constant, eta, lambda1);
            case "step" -> new ClippingRule.Step(constant);
            case "norm" -> new ClippingRule.Norm(constant);
            default -> new ClippingRule.None();
        };
    }

    /** The rule it means, in exact numbers: a double stands for its shortest decimal. */
    public ExactClip exact() {
        return switch (word) {
            case "floor" -> new ExactClip.Floor(BigDecimal.valueOf(constant));
            case "step" -> new ExactClip.Step(BigDecimal.valueOf(constant));
            case "norm" -> new ExactClip.Norm(BigDecimal.valueOf(constant));
            default -> new ExactClip.None();
        };
    }
}
