package org.eoslab.sweep.border;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.eoslab.experiment.Catalogue;
import org.eoslab.sweep.Sweep;
import org.junit.jupiter.api.Test;

class BorderSearchTest {
    private static final double ACCURACY = 1e-6;

    /** Oracle: the circle itself. */
    @Test
    void tracesACircleWithoutFillingTheGrid() {
        AtomicLong asked = new AtomicLong();
        BorderSearch.Labels disc = points -> {
            asked.addAndGet(points.size());
            return points.stream()
                    .map(p -> Math.hypot(p[0] - 0.5, p[1] - 0.5) < 0.3 ? "inside" : "outside")
                    .toList();
        };
        List<BorderPoint> border = new BorderSearch(8, 256, ACCURACY).trace(disc);
        // The circle crosses each mesh line that it meets twice: 2 directions × 2 × 0.6 × 256.
        assertThat(border).hasSizeBetween(600, 620);
        assertThat(border)
                .allSatisfy(
                        p -> assertThat(Math.hypot(p.u() - 0.5, p.v() - 0.5)).isCloseTo(0.3, within(ACCURACY)));
        assertThat(asked.get()).isLessThan(256L * 256 / 4);
    }

    /** A strip of two fine cells, far thinner than a coarse one, that grows out of a half plane. */
    @Test
    void followsABorderIntoCellsWhoseCornersAgree() {
        BorderSearch.Labels strip = points -> points.stream()
                .map(p -> p[0] < 0.3 || Math.abs(p[1] - 0.33 - 0.4 * p[0]) < 0.004 ? "inside" : "outside")
                .toList();
        List<BorderPoint> border = new BorderSearch(8, 256, ACCURACY).trace(strip);
        double last = border.stream().mapToDouble(BorderPoint::u).max().orElseThrow();
        assertThat(last).isCloseTo(1, within(1.0 / 256));
    }

    /** Oracle: a start is above the stability threshold exactly when λ₁α² > 2/η, so the border is α = √(2/(ηλ₁)). */
    @Test
    void findsTheStabilityThresholdOfTheModel() {
        Map<String, Object> file = new LinkedHashMap<>(Map.of("preset", "canonical", "steps", 0));
        Map<String, Object> axes = new LinkedHashMap<>();
        axes.put("eta", Map.of("from", 0.5, "to", 8, "points", 2, "scale", "log"));
        axes.put("alpha", Map.of("from", 0.2, "to", 3, "points", 2));
        file.put("sweep", Map.of("axes", axes));
        SweepBorder border = new SweepBorder(Sweep.read(file, Catalogue.load()), "firstCrossing");
        List<BorderPoint> points = border.trace(new BorderSearch(8, 64, ACCURACY));
        assertThat(points).hasSizeGreaterThan(64);
        assertThat(points).allSatisfy(p -> {
            double[] place = border.place(p);
            // One step along either axis moves the border by less than its range of 7.5 and slope of 2 allow.
            assertThat(place[1]).isCloseTo(Math.sqrt(2 / place[0]), within(15 * ACCURACY));
        });
    }
}
