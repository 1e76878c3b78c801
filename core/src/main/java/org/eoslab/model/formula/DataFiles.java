package org.eoslab.model.formula;

import java.util.List;
import java.util.ServiceLoader;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.TableReader;

/** The data of formulas, by whatever reads tables on this class path. */
final class DataFiles {
    private DataFiles() {}

    static List<String> columns(String file) {
        return reader().columns(file);
    }

    static double[][] read(String file, List<String> columns) {
        double[][] data = reader().read(file, columns);
        if (data[0].length == 0) {
            throw new InputException("data: " + file + " has no rows");
        }
        return data;
    }

    private static TableReader reader() {
        return ServiceLoader.load(TableReader.class)
                .findFirst()
                .orElseThrow(() ->
                        new InputException("data: nothing on this class path reads tables; the program eos does"));
    }
}
