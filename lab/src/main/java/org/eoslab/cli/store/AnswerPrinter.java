package org.eoslab.cli.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eoslab.cli.text.TextTable;
import org.eoslab.store.StoreQuery;
import org.jspecify.annotations.Nullable;

/** Prints an answer as it is found; of all its rows only a table for people is held in memory, which has an end. */
abstract class AnswerPrinter implements StoreQuery.Reader {
    /** Rows of a table for people. */
    private static final int MOST = 10_000;

    private static final int LOOK = 1024;

    final PrintWriter out;
    private List<String> columns = List.of();
    private long printed;

    private AnswerPrinter(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void columns(List<String> names) {
        columns = names;
    }

    /** Whether somebody still takes what is printed; it looks every so many rows. */
    final boolean wanted() {
        printed++;
        return printed % LOOK != 0 || !out.checkError();
    }

    /** What comes after the last row. */
    abstract void end();

    /** As comma-separated values with a header. */
    static AnswerPrinter csv(PrintWriter out) {
        return new AnswerPrinter(out) {
            @Override
            public void columns(List<String> names) {
                out.println(line(names));
            }

            @Override
            public boolean row(List<@Nullable Object> values) {
                out.println(line(values));
                return wanted();
            }

            @Override
            void end() {
                out.flush();
            }
        };
    }

    /** As an array of objects, one a row. */
    static AnswerPrinter json(PrintWriter out) {
        SequenceWriter writer;
        try {
            writer = new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                    .configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false)
                    .writer()
                    .writeValuesAsArray(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new AnswerPrinter(out) {
            @Override
            public boolean row(List<@Nullable Object> values) {
                try {
                    writer.write(map(values));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return wanted();
            }

            @Override
            void end() {
                try {
                    writer.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                out.println();
                out.flush();
            }
        };
    }

    /** As a table for people; where it is cut short, the other writer is told. */
    static AnswerPrinter table(PrintWriter out, PrintWriter err) {
        return new AnswerPrinter(out) {
            private TextTable table = new TextTable("");
            private int rows;

            @Override
            public void columns(List<String> names) {
                table = new TextTable(names.toArray(String[]::new));
            }

            @Override
            public boolean row(List<@Nullable Object> values) {
                rows++;
                if (rows > MOST) {
                    return false;
                }
                table.row(values.stream()
                        .map(v -> v == null ? "NULL" : RunDocuments.text(v))
                        .toArray(String[]::new));
                return true;
            }

            @Override
            void end() {
                out.println(table);
                out.flush();
                if (rows > MOST) {
                    err.println("eos: these are the first " + MOST + " rows; --csv and --json print all");
                    err.flush();
                }
            }
        };
    }

    Map<String, @Nullable Object> map(List<@Nullable Object> row) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int c = 0; c < columns.size(); c++) {
            map.put(columns.get(c), row.get(c));
        }
        return map;
    }

    private static String line(List<? extends @Nullable Object> values) {
        return values.stream().map(AnswerPrinter::cell).collect(Collectors.joining(","));
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        return text.matches("[^\",\r\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
