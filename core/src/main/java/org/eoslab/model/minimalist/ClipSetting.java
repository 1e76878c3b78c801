package org.eoslab.model.minimalist;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.eoslab.experiment.Setting;
import org.eoslab.model.minimalist.dynamics.ClippingRule;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.model.minimalist.enclosure.ExactClip;

/** The setting {@code clip}: {@code floor κ}, {@code step C}, {@code norm C} or {@code none}. */
public final class ClipSetting {
    /** The setting. */
    public static final Setting SETTING = Setting.text(
            "clip",
            "clipping rule",
            "floor KAPPA (0 < KAPPA < 2), step C, norm C (C > 0) or none",
            ClipSetting::allowed,
            "floor 1.81");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private ClipSetting() {}

    private static boolean allowed(String text) {
        String[] words = SPACE.split(text);
        if (words.length == 1) {
            return text.equals("none");
        }
        if (words.length != 2) {
            return false;
        }
        double c;
        try {
            c = Double.parseDouble(words[1]);
        } catch (NumberFormatException e) {
            return false;
        }
        return switch (words[0]) {
            case "floor" -> c > 0 && c < 2;
            case "step", "norm" -> c > 0 && c < Double.POSITIVE_INFINITY;
            default -> false;
        };
    }

    /** The rule it means, at step size {@code eta}. */
    public static ClippingRule read(String text, double eta, Minimalist model) {
        String[] words = SPACE.split(text);
        return switch (words[0]) {
            case "floor" -> ClippingRule.Floor.of(Double.parseDouble(words[1]), eta, model);
            case "step" -> new ClippingRule.Step(Double.parseDouble(words[1]));
            case "norm" -> new ClippingRule.Norm(Double.parseDouble(words[1]));
            default -> new ClippingRule.None();
        };
    }

    /** The rule it means, in exact numbers: a double stands for its shortest decimal. */
    public static ExactClip exact(String text) {
        String[] words = SPACE.split(text);
        if (words.length == 1) {
            return new ExactClip.None();
        }
        BigDecimal constant = BigDecimal.valueOf(Double.parseDouble(words[1]));
        return switch (words[0]) {
            case "floor" -> new ExactClip.Floor(constant);
            case "step" -> new ExactClip.Step(constant);
            default -> new ExactClip.Norm(constant);
        };
    }
}
