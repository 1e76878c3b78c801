package org.eoslab.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sentences with numbers in them: {@link String#format} of the root locale for {@code %s}, {@code %d}, {@code %f}, {@code %e} and {@code %g}, digit for
 * digit the same. It is done here because the class library with which the laboratory runs in a browser does it differently.
 */
public final class Format {
    private static final Pattern CONVERSION = Pattern.compile("%([-,]*)(\\d*)(?:\\.(\\d+))?([a-zA-Z%])");
    private static final int DEFAULT_PRECISION = 6;
    private static final int GROUP = 3;

    /** Below this a number is written with an exponent. */
    private static final BigDecimal SMALL = new BigDecimal("1e-4");

    private Format() {}

    /**
     * The text of a format with its arguments, one for each conversion but {@code %%}.
     *
     * @param format conversions have a width, a precision and the flags {@code -} (to the left) and {@code ,} (groups of three digits)
     * @throws IllegalArgumentException for any other conversion
     */
    public static String text(String format, Object... arguments) {
        StringBuilder text = new StringBuilder();
        Matcher found = CONVERSION.matcher(format);
        int next = 0;
        int argument = 0;
        while (found.find()) {
            text.append(format, next, found.start());
            next = found.end();
            char conversion = found.group(4).charAt(0);
            if (conversion == '%') {
                text.append('%');
            } else {
                String word = word(arguments[argument++], conversion, found.group(3));
                String grouped = found.group(1).indexOf(',') < 0 ? word : grouped(word);
                text.append(padded(grouped, found.group(2), found.group(1).indexOf('-') >= 0));
            }
        }
        return text.append(format.substring(next)).toString();
    }

    private static String word(Object value, char conversion, @Nullable String precision) {
        switch (conversion) {
            case 's', 'd':
                return String.valueOf(value);
            case 'e', 'f', 'g':
                return number(value, conversion, precision == null ? DEFAULT_PRECISION : Integer.parseInt(precision));
            default:
                throw new IllegalArgumentException("%" + conversion + " is not known here");
        }
    }

    /** A comma before every third digit from the right of a number's whole part. */
    private static String grouped(String number) {
        int point = number.indexOf('.') < 0 ? number.length() : number.indexOf('.');
        int first = number.startsWith("-") ? 1 : 0;
        StringBuilder grouped = new StringBuilder(number);
        for (int i = point - GROUP; i > first; i -= GROUP) {
            grouped.insert(i, ',');
        }
        return grouped.toString();
    }

    private static String padded(String word, String width, boolean left) {
        String blanks = " ".repeat(width.isEmpty() ? 0 : Math.max(0, Integer.parseInt(width) - word.length()));
        return left ? word + blanks : blanks + word;
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
        String sign = negative || x.signum() < 0 ? "-" : "";
        if (conversion == 'f') {
            return sign + x.abs().setScale(precision, RoundingMode.HALF_UP).toPlainString();
        }
        int digits = conversion == 'g' ? Math.max(1, precision) : precision + 1;
        BigDecimal rounded = rounded(x.abs(), digits);
        boolean plain = conversion == 'g'
                && (rounded.signum() == 0
                        || rounded.compareTo(SMALL) >= 0 && rounded.compareTo(BigDecimal.TEN.pow(digits)) < 0);
        return sign + (plain ? rounded.toPlainString() : scientific(rounded, digits));
    }

    /** A number ≥ 0 with so many digits, trailing zeros among them. By its scale alone: the browser's {@code round} leaves digits over at times. */
    private static BigDecimal rounded(BigDecimal x, int digits) {
        if (x.signum() == 0) {
            return x.setScale(digits - 1, RoundingMode.HALF_UP);
        }
        BigDecimal once = x.setScale(digits - 1 - exponent(x), RoundingMode.HALF_UP);
        // 9.96 to two digits is 10.0 first.
        return once.setScale(digits - 1 - exponent(once), RoundingMode.HALF_UP);
    }

    /** The power of ten of the first digit of a number > 0. */
    private static int exponent(BigDecimal x) {
        return x.unscaledValue().toString().length() - x.scale() - 1;
    }

    private static String scientific(BigDecimal x, int digits) {
        String significand =
                x.signum() == 0 ? "0".repeat(digits) : x.unscaledValue().toString();
        int exponent = x.signum() == 0 ? 0 : exponent(x);
        String size = Integer.toString(Math.abs(exponent));
        return significand.charAt(0) + (digits > 1 ? "." + significand.substring(1) : "") + "e"
                + (exponent < 0 ? "-" : "+") + (size.length() < 2 ? "0" : "") + size;
    }
}
