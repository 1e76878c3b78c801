package org.eoslab.job.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.store.SweepFiles;
import org.eoslab.store.duckdb.DuckDb;
import org.eoslab.store.file.LabelJournal;
import org.eoslab.sweep.Axis;
import org.eoslab.sweep.Design;
import org.eoslab.sweep.Sweep;

/**
 * A sweep in its folder, to be looked at: while its rows are made, those that are there already.
 *
 * @param files where it is
 * @param file its file
 */
public record StoredSweep(SweepFiles files, SweepFile file) {
    /** All under {@code parent} that have a file, traced borders among them, in alphabetical order. */
    public static List<SweepFiles> all(Path parent) {
        try {
            return SweepFiles.under(parent).stream()
                    .filter(SweepFiles::hasRecord)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The sweep of that name under {@code parent}.
     *
     * @throws InputException for an unknown name, with the nearest known one
     */
    public static StoredSweep find(Path parent, String name) {
        List<String> names = all(parent).stream().map(SweepFiles::name).toList();
        if (!names.contains(name)) {
            throw InputException.unknown("sweep", name, names);
        }
        return at(new SweepFiles(parent.resolve(name)));
    }

    /**
     * The sweep in a folder.
     *
     * @throws InputException when its file is none
     */
    public static StoredSweep at(SweepFiles files) {
        files.check(files.record());
        SweepFile file = SweepFile.read(files.record());
        return new StoredSweep(files, new SweepFile(files.name(), file.contents(), file.sweep()));
    }

    /** What is said of the sweep in a folder, by name; of one whose file cannot be read, where it is and what is wrong. */
    public static Map<String, Object> document(SweepFiles files) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("sweep", files.name());
        try {
            StoredSweep stored = at(files);
            Sweep sweep = stored.file.sweep();
            document.put("model", sweep.base().model().name());
            document.put("border", stored.isBorder());
            document.put("design", stored.design());
            document.put("runs", sweep.runs());
            document.put("made", stored.made());
            document.put("axes", sweep.axes().stream().map(Axis::name).toList());
        } catch (InputException e) {
            document.put("error", e.getMessage());
        }
        document.put("started", String.valueOf(files.started()));
        document.put("folder", files.folder().toString());
        return document;
    }

    /** Whether it traces a border instead of making rows. */
    public boolean isBorder() {
        return file.contents().containsKey("border");
    }

    /** How its points lie: grid, random or sobol; or border. */
    public String design() {
        return isBorder() ? "border" : file.sweep().design().name().toLowerCase(Locale.ROOT);
    }

    /** How many of its runs are there. */
    private long made() {
        Sweep sweep = file.sweep();
        if (isBorder()) {
            return Files.exists(files.labels())
                    ? LabelJournal.read(files.labels()).size()
                    : 0;
        }
        return LongStream.range(0, sweep.partitions())
                .filter(p -> Files.exists(files.part(p)))
                .map(sweep::rowsOf)
                .sum();
    }

    /** Its file as text. */
    public String yaml() {
        try {
            return Files.readString(files.record());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The experiment at a place of its two axes, which need not be a row's.
     *
     * @throws InputException when it has others than two intervals, or the place is outside
     */
    public Experiment experimentAt(double x, double y) {
        Object[] place = {x, y};
        List<Axis> axes = file.sweep().axes();
        for (int j = 0; j < 2; j++) {
            if (axes.size() != 2
                    || !(axes.get(j) instanceof Axis.Interval axis)
                    || !((double) place[j] >= axis.from() && (double) place[j] <= axis.to())) {
                throw new InputException(
                        "place: " + x + ", " + y + " is not allowed; it must lie between the ends of two axes");
            }
        }
        return file.sweep().experimentAt(place);
    }

    /** The experiment of a row. */
    public Experiment experiment(long index) {
        Sweep sweep = file.sweep();
        if (index < 0 || index >= sweep.runs()) {
            throw new InputException("index: " + index + " is not allowed; it must be from 0 to " + (sweep.runs() - 1));
        }
        return sweep.experiments(index, index + 1).get(0);
    }

    /**
     * Some of its rows, by columns: all when there are at most {@code most}, else those of every second, third … point a side of a
     * grid, or every second, third … row of another design.
     */
    public Map<String, List<Object>> columns(long most) {
        if (!files.hasRows()) {
            throw new InputException(files.name() + " has no rows yet");
        }
        String query = "SELECT * FROM " + files.sql() + " WHERE " + chosen(most) + " ORDER BY \"index\"";
        Map<String, List<Object>> columns = new LinkedHashMap<>();
        try (Connection connection = DuckDb.inMemory();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            int count = result.getMetaData().getColumnCount();
            List<List<Object>> values = new ArrayList<>();
            for (int c = 1; c <= count; c++) {
                values.add(new ArrayList<>());
                columns.put(result.getMetaData().getColumnName(c), values.get(c - 1));
            }
            while (result.next()) {
                for (int c = 1; c <= count; c++) {
                    values.get(c - 1).add(result.getObject(c));
                }
            }
            return columns;
        } catch (SQLException e) {
            throw new InputException(files.folder() + ": its rows cannot be read: " + e.getMessage());
        }
    }

    /** The condition on the index that leaves at most that many rows. */
    private String chosen(long most) {
        Sweep sweep = file.sweep();
        if (sweep.design() != Design.GRID) {
            return "\"index\" % " + ((sweep.runs() + most - 1) / most) + " = 0";
        }
        int stride = 1;
        while (points(sweep.axes(), stride) > most) {
            stride++;
        }
        long below = sweep.runs();
        List<String> conditions = new ArrayList<>();
        for (Axis axis : sweep.axes()) {
            below /= axis.points();
            conditions.add("\"index\" // " + below + " % " + axis.points() + " % " + stride + " = 0");
        }
        return conditions.stream().collect(Collectors.joining(" AND "));
    }

    private static long points(List<Axis> axes, int stride) {
        return axes.stream()
                .mapToLong(axis -> (axis.points() + stride - 1L) / stride)
                .reduce(1, Math::multiplyExact);
    }
}
