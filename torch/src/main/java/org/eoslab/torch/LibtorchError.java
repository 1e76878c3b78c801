package org.eoslab.torch;

import java.util.List;

/** What libtorch says went wrong, in the one line of it that tells. */
public final class LibtorchError {
    /** Longest line shown. */
    private static final int LONGEST = 240;

    private LibtorchError() {}

    /**
     * The line: of a failure inside TorchScript the last one, which is the operation's own, else the first.
     *
     * @param error thrown by a native call
     */
    public static String line(RuntimeException error) {
        List<String> lines = String.valueOf(error.getMessage())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("Exception raised from"))
                .toList();
        String told = lines.stream()
                .filter(line -> line.startsWith("RuntimeError: "))
                .reduce((first, last) -> last)
                .map(line -> line.substring("RuntimeError: ".length()))
                .orElse(lines.isEmpty() ? error.getClass().getSimpleName() : lines.get(0));
        String text = told.replaceFirst("\\(\\) at .*", "").replaceFirst("[.:]+$", "");
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
