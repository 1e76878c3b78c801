package org.eoslab.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences with numbers in them: {@link String#format} of the root locale, whose words {@code %.4g} and {@code %.2e} are done here, digit for
 * digit the same, as the class library with which the laboratory runs in a browser has neither.
 */
public final class Format {
    private static final Pattern CONVERSION = Pattern.compile("%([-#+ 0,(]*)(\\d*)(?:\\.(\\d+))?([a-zA-Z%])");
    private static final int DEFAULT_PRECISION = 6;

    /** Below this a number is written with an exponent. */
    private static final BigDecimal SMALL = new BigDecimal("1e-4");

    private Format() {}

    /**
     * The text of a format with its arguments, one for each conversion but {@code %%} and {@code %n}; {@code %g} and {@code %e} take no flag but
     * {@code -}.
     */
    public static String text(String format, Object... arguments) {
        StringBuilder plain = new StringBuilder();
        Object[] all = arguments.clone();
        Matcher found = CONVERSION.matcher(format);
        int next = 0;
        int argument = 0;
        while (found.find()) {
            plain.append(format, next, found.start());
            next = found.end();
            char conversion = found.group(4).charAt(0);
            if (conversion == 'g' || conversion == 'e') {
                String digits = found.group(3);
                int precision = digits == null ? DEFAULT_PRECISION : Integer.parseInt(digits);
                all[argument] = number(all[argument], conversion, precision);
                plain.append('%').append(found.group(1)).append(found.group(2)).append('s');
            } else {
                plain.append(found.group());
            }
            argument += conversion == '%' || conversion == 'n' ? 0 : 1;
        }
        return String.format(Locale.ROOT, plain.append(format.substring(next)).toString(), all);
    }

    private static String number(Object value, char conversion, int precision) {
        if (value instanceof BigDecimal exact) {
            return decimal(exact, false, conversion, precision);
        }
        double x = ((Number) value).doubleValue();
        return Double.isNaN(x) || Double.isInfinite(x)
                ? Double.toString(x)
                : decimal(new BigDecimal(Double.toString(x)), 1 / x < 0, conversion, precision);
    }

    private static String decimal(BigDecimal x, boolean negative, char conversion, int precision) {
        int digits = conversion == 'g' ? Math.max(1, precision) : precision + 1;
        BigDecimal rounded = x.abs().round(new MathContext(digits, RoundingMode.HALF_UP));
        String sign = negative || x.signum() < 0 ? "-" : "";
        boolean plain = conversion == 'g'
                && (rounded.signum() == 0
                        || rounded.compareTo(SMALL) >= 0 && rounded.compareTo(BigDecimal.TEN.pow(digits)) < 0);
        return sign + (plain ? positional(rounded, digits) : scientific(rounded, digits));
    }

    private static String positional(BigDecimal x, int digits) {
        int decimals = x.signum() == 0 ? digits - 1 : digits - (x.precision() - x.scale());
        return x.setScale(Math.max(0, decimals), RoundingMode.UNNECESSARY).toPlainString();
    }

    private static String scientific(BigDecimal x, int digits) {
        String significand = x.signum() == 0
                ? "0".repeat(digits)
                : x.setScale(x.scale() + digits - x.precision(), RoundingMode.UNNECESSARY)
                        .unscaledValue()
                        .toString();
        int exponent = x.signum() == 0 ? 0 : x.precision() - x.scale() - 1;
        String size = Integer.toString(Math.abs(exponent));
        return significand.charAt(0) + (digits > 1 ? "." + significand.substring(1) : "") + "e"
                + (exponent < 0 ? "-" : "+") + (size.length() < 2 ? "0" : "") + size;
    }
}
