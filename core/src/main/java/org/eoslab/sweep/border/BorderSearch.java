package org.eoslab.sweep.border;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Traces the borders of labelled regions in the unit square.
 *
 * <p>A coarse mesh is labelled first. A cell whose corners differ is split in four, down to the fine mesh; at each size a
 * border that leaves the cells at hand through a side is followed into their neighbours. Then each side of the fine mesh whose ends
 * differ is bisected. The number of labels asked for grows with the length of the border and with
 * log(1/accuracy), not with the area. A region that lies wholly between the points of the coarse mesh is missed, and so is a bay
 * narrower than a cell of the fine one.
 *
 * @param coarse cells a side of the coarse mesh, a power of two
 * @param fine cells a side of the fine mesh, a power of two, at least {@code coarse}
 * @param accuracy how far a border point may be from the true place of change along its line, in (0, 1)
 */
public record BorderSearch(int coarse, int fine, double accuracy) {
    /** Labels many points at once. */
    @FunctionalInterface
    public interface Labels {
        /** The labels of points (u, v) of the unit square, in their order. */
        List<String> at(List<double[]> points);
    }

    private record Vertex(int i, int j) {}

    private record Cell(int i, int j, int size) {
        List<Vertex> corners() {
            return List.of(
                    new Vertex(i, j), new Vertex(i + size, j), new Vertex(i, j + size), new Vertex(i + size, j + size));
        }

        /** Below, left, right, above. */
        List<Side> sides() {
            List<Vertex> c = corners();
            return List.of(
                    new Side(c.get(0), c.get(1)),
                    new Side(c.get(0), c.get(2)),
                    new Side(c.get(1), c.get(3)),
                    new Side(c.get(2), c.get(3)));
        }

        /** The cells of the same size beyond those sides. */
        List<Cell> neighboursAcross(Predicate<Side> which) {
            List<Cell> beyond = List.of(
                    new Cell(i, j - size, size),
                    new Cell(i - size, j, size),
                    new Cell(i + size, j, size),
                    new Cell(i, j + size, size));
            List<Side> sides = sides();
            return IntStream.range(0, sides.size())
                    .filter(k -> which.test(sides.get(k)))
                    .mapToObj(beyond::get)
                    .toList();
        }

        List<Cell> quarters() {
            int half = size / 2;
            return List.of(
                    new Cell(i, j, half),
                    new Cell(i + half, j, half),
                    new Cell(i, j + half, half),
                    new Cell(i + half, j + half, half));
        }
    }

    private record Side(Vertex from, Vertex to) {}

    private static boolean differs(Side side, Map<Vertex, String> known) {
        return !String.valueOf(known.get(side.from())).equals(known.get(side.to()));
    }

    /** Checks the ranges. */
    public BorderSearch {
        if (Integer.bitCount(coarse) != 1 || Integer.bitCount(fine) != 1 || fine < coarse || fine > 1 << 20) {
            throw new IllegalArgumentException("meshes of " + coarse + " and " + fine
                    + " cells: must be powers of two, the first not above the second");
        }
        if (!(accuracy > 0 && accuracy < 1)) {
            throw new IllegalArgumentException("accuracy " + accuracy + ": must be between 0 and 1");
        }
    }

    /** The border points, in the order of the fine mesh's sides. */
    public List<BorderPoint> trace(Labels labels) {
        Map<Vertex, String> known = new LinkedHashMap<>();
        List<Cell> cells = new ArrayList<>();
        int size = fine / coarse;
        for (int j = 0; j < coarse; j++) {
            for (int i = 0; i < coarse; i++) {
                cells.add(new Cell(i * size, j * size, size));
            }
        }
        while (true) {
            label(cells, known, labels);
            cells.removeIf(cell -> isUniform(cell, known));
            cells = follow(cells, known, labels);
            if (cells.isEmpty() || cells.get(0).size() == 1) {
                return bisect(sides(cells, known), known, labels);
            }
            cells = new ArrayList<>(
                    cells.stream().flatMap(c -> c.quarters().stream()).toList());
        }
    }

    /** With the further cells that the border goes through, from side to side. */
    private List<Cell> follow(List<Cell> cells, Map<Vertex, String> known, Labels labels) {
        Set<Cell> all = new LinkedHashSet<>(cells);
        List<Cell> front = cells;
        while (!front.isEmpty()) {
            Set<Cell> next = new LinkedHashSet<>();
            for (Cell cell : front) {
                cell.neighboursAcross(side -> differs(side, known)).stream()
                        .filter(n -> isInside(n) && all.add(n))
                        .forEach(next::add);
            }
            front = List.copyOf(next);
            label(front, known, labels);
        }
        return new ArrayList<>(all);
    }

    private boolean isInside(Cell cell) {
        return cell.i() >= 0 && cell.j() >= 0 && cell.i() < fine && cell.j() < fine;
    }

    private void label(List<Cell> cells, Map<Vertex, String> known, Labels labels) {
        Set<Vertex> unknown = new LinkedHashSet<>();
        cells.forEach(cell -> unknown.addAll(cell.corners()));
        unknown.removeAll(known.keySet());
        List<Vertex> vertices = List.copyOf(unknown);
        List<String> found = labels.at(vertices.stream().map(this::place).toList());
        for (int k = 0; k < vertices.size(); k++) {
            known.put(vertices.get(k), found.get(k));
        }
    }

    private double[] place(Vertex vertex) {
        return new double[] {vertex.i() / (double) fine, vertex.j() / (double) fine};
    }

    private static boolean isUniform(Cell cell, Map<Vertex, String> known) {
        return cell.corners().stream().map(known::get).distinct().count() == 1;
    }

    private static List<Side> sides(List<Cell> cells, Map<Vertex, String> known) {
        Set<Side> sides = new LinkedHashSet<>();
        cells.forEach(cell -> sides.addAll(cell.sides()));
        return sides.stream().filter(side -> differs(side, known)).toList();
    }

    /** Bisects all sides together; a third label met on the way takes the part of the far end. */
    private List<BorderPoint> bisect(List<Side> sides, Map<Vertex, String> known, Labels labels) {
        int n = sides.size();
        double[] low = new double[n];
        double[] high = new double[n];
        Arrays.fill(high, 1.0 / fine);
        String[] before = sides.stream().map(s -> known.get(s.from())).toArray(String[]::new);
        String[] after = sides.stream().map(s -> known.get(s.to())).toArray(String[]::new);
        for (double width = 1.0 / fine; width > 2 * accuracy; width /= 2) {
            List<double[]> middles = new ArrayList<>();
            for (int k = 0; k < n; k++) {
                middles.add(along(sides.get(k), (low[k] + high[k]) / 2));
            }
            List<String> found = labels.at(middles);
            for (int k = 0; k < n; k++) {
                double middle = (low[k] + high[k]) / 2;
                if (found.get(k).equals(before[k])) {
                    low[k] = middle;
                } else {
                    high[k] = middle;
                    after[k] = found.get(k);
                }
            }
        }
        List<BorderPoint> border = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            double[] point = along(sides.get(k), (low[k] + high[k]) / 2);
            border.add(new BorderPoint(point[0], point[1], before[k], after[k]));
        }
        return border;
    }

    private double[] along(Side side, double distance) {
        double[] point = place(side.from());
        point[side.to().i() > side.from().i() ? 0 : 1] += distance;
        return point;
    }
}
