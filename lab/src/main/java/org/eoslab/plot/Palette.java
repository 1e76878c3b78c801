package org.eoslab.plot;

import java.awt.Color;
import java.util.List;

/** The colours of Okabe &amp; Ito (2008, <i>Color Universal Design</i>), which people with any colour vision tell apart. */
public final class Palette {
    /** Black. */
    public static final Color BLACK = new Color(0, 0, 0);

    /** Blue. */
    public static final Color BLUE = new Color(0, 114, 178);

    /** Vermilion. */
    public static final Color VERMILION = new Color(213, 94, 0);

    /** Bluish green. */
    public static final Color GREEN = new Color(0, 158, 115);

    /** Orange. */
    public static final Color ORANGE = new Color(230, 159, 0);

    /** Sky blue. */
    public static final Color SKY = new Color(86, 180, 233);

    /** Reddish purple. */
    public static final Color PURPLE = new Color(204, 121, 167);

    /** Yellow: for areas, too light for lines on white. */
    public static final Color YELLOW = new Color(240, 228, 66);

    /** A mid grey for what stands in the background. */
    public static final Color GREY = new Color(130, 130, 130);

    /** Colours for lines on white, to be taken in this order. */
    public static final List<Color> LINES = List.of(BLUE, VERMILION, GREEN, PURPLE, ORANGE, SKY, BLACK);

    private Palette() {}

    /** The colour of the {@code index}-th line, going round. */
    public static Color line(int index) {
        return LINES.get(Math.floorMod(index, LINES.size()));
    }

    /** A colour mixed with white: {@code share} of it, in [0, 1], and the rest white. */
    public static Color tint(Color colour, double share) {
        return mix(Color.WHITE, colour, share);
    }

    /** A colour a part of the way, {@code share} in [0, 1], from one to another. */
    static Color mix(Color from, Color to, double share) {
        return new Color(
                mix(from.getRed(), to.getRed(), share),
                mix(from.getGreen(), to.getGreen(), share),
                mix(from.getBlue(), to.getBlue(), share));
    }

    private static int mix(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }
}
