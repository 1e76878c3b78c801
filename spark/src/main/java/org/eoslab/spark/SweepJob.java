package org.eoslab.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.InputException;
import org.eoslab.sweep.RowColumn;
import org.eoslab.sweep.Sweep;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The program of a sweep on a cluster: a sweep file, and the folder that its rows go to. */
public final class SweepJob {
    private static final int INPUT = 2;
    private static final int FAILED = 4;

    private SweepJob() {}

    /** Arguments: the sweep file, the output folder (a path or URI that all workers see). */
    public static void main(String[] arguments) {
        int code = run(arguments);
        // YARN takes an application that exits by itself for a failed one, whatever its code, and starts it again.
        if (code != 0) {
            System.exit(code);
        }
    }

    private static int run(String[] arguments) {
        if (arguments.length != 2) {
            System.err.println("eos: usage: SweepJob FILE.yaml OUT");
            return INPUT;
        }
        try {
            Map<String, Object> contents = readFile(Path.of(arguments[0]));
            Sweep.read(contents, Catalogue.load());
            SparkSession spark =
                    SparkSession.builder().appName("eos sweep " + arguments[0]).getOrCreate();
            try {
                write(spark, contents, arguments[1]);
            } finally {
                spark.stop();
            }
            return 0;
        } catch (InputException e) {
            System.err.println("eos: " + e.getMessage());
            return INPUT;
        } catch (RuntimeException e) {
            System.err.println("eos: the sweep failed on the cluster: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            return FAILED;
        }
    }

    private static Map<String, Object> readFile(Path file) {
        try {
            Map<String, Object> contents =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
            return new LinkedHashMap<>(contents);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read: " + e.getMessage());
        } catch (YAMLException e) {
            throw new InputException(file + ": malformed YAML: "
                    + String.valueOf(e.getMessage())
                            .lines()
                            .map(String::strip)
                            .reduce((a, b) -> a + " " + b)
                            .orElse(""));
        }
    }

    /**
     * Makes all rows and writes them as Parquet files.
     *
     * @param contents of the sweep file
     * @param out the folder, which must not be there yet
     */
    public static void write(SparkSession spark, Map<String, Object> contents, String out) {
        rows(spark, contents).write().mode(SaveMode.ErrorIfExists).parquet(out);
    }

    /** All rows: a Spark partition for each partition of the sweep. */
    public static Dataset<Row> rows(SparkSession spark, Map<String, Object> contents) {
        Sweep sweep = Sweep.read(contents, Catalogue.load());
        int partitions = Math.toIntExact(sweep.partitions());
        return spark.range(0, partitions, 1, partitions)
                .as(Encoders.LONG())
                .mapPartitions(new PartitionRows(contents), Encoders.row(schema(sweep.columns())));
    }

    private static StructType schema(List<RowColumn> columns) {
        return DataTypes.createStructType(columns.stream()
                .map(c -> DataTypes.createStructField(c.name(), type(c), false))
                .toList());
    }

    private static DataType type(RowColumn column) {
        if (column instanceof RowColumn.Numbers) {
            return DataTypes.DoubleType;
        }
        return column instanceof RowColumn.Integers ? DataTypes.LongType : DataTypes.StringType;
    }
}
