package org.eoslab.plot;

import java.awt.Color;
import java.util.List;

/** What colour stands for a value of a heat map; NaN is shown in light grey. */
public sealed interface ColourScale {
    /** The colour of a cell without a value. */
    Color MISSING = new Color(225, 225, 225);

    /** The colour of a value. */
    Color colour(double value);

    /**
     * A colour a category, named in a legend: the value is the index of the category.
     *
     * @param names of the categories
     * @param colours as many
     */
    record Categories(List<String> names, List<Color> colours) implements ColourScale {
        /** Checks that every category has a colour. */
        public Categories {
            names = List.copyOf(names);
            colours = List.copyOf(colours);
            if (names.size() != colours.size()) {
                throw new IllegalArgumentException(names.size() + " categories, " + colours.size() + " colours");
            }
        }

        @Override
        public Color colour(double value) {
            return Double.isNaN(value) ? MISSING : colours.get((int) value);
        }
    }

    /**
     * Colours from dark to light, of ever rising lightness (so that it also reads in grey), with a bar beside the map. What is
     * beyond an end has the end's colour.
     *
     * @param axis label, scale and both ends of the bar
     */
    record Continuous(PlotAxis axis) implements ColourScale {
        /** Nine equally spaced colours of <i>viridis</i> (van der Walt &amp; Smith 2015, CC0). */
        private static final int[] VIRIDIS = {
            0x440154, 0x472d7b, 0x3b528b, 0x2c728e, 0x21918c, 0x28ae80, 0x5ec962, 0xaddc30, 0xfde725
        };

        /** Checks that both ends are given. */
        public Continuous {
            if (!(axis.low() < axis.high())) {
                throw new IllegalArgumentException("colour scale " + axis.label() + ": both ends must be given");
            }
        }

        @Override
        public Color colour(double value) {
            if (Double.isNaN(value)) {
                return MISSING;
            }
            double share = axis.log()
                    ? Math.log(value / axis.low()) / Math.log(axis.high() / axis.low())
                    : (value - axis.low()) / (axis.high() - axis.low());
            // A value that a logarithmic scale cannot show is below its lower end.
            double place = Math.max(0, Math.min(1, Double.isNaN(share) ? 0 : share)) * (VIRIDIS.length - 1);
            int left = (int) Math.min(place, VIRIDIS.length - 2);
            return Palette.mix(new Color(VIRIDIS[left]), new Color(VIRIDIS[left + 1]), place - left);
        }
    }
}
