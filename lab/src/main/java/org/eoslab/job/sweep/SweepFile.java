package org.eoslab.job.sweep;

import java.nio.file.Path;
import java.util.Map;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.InputException;
import org.eoslab.job.ExperimentSource;
import org.eoslab.sweep.Sweep;

/**
 * A sweep file.
 *
 * @param name its name without the ending
 * @param contents what is in it
 * @param sweep the sweep that this describes
 */
public record SweepFile(String name, Map<String, Object> contents, Sweep sweep) {
    /** Reads a YAML file; a mistake in it is one line with the file's name. */
    public static SweepFile read(Path file) {
        Map<String, Object> contents = ExperimentSource.readYaml(file);
        Catalogue catalogue = Catalogue.load();
        new ExperimentSource(catalogue).locate(contents, file);
        try {
            String name = String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
            if (name.matches("\\.*")) {
                throw new InputException(
                        "its name is not allowed; a sweep is called after its file, as \"plane\" after plane.yaml");
            }
            return new SweepFile(name, contents, Sweep.read(contents, catalogue));
        } catch (InputException e) {
            throw new InputException(file + ": " + e.getMessage());
        }
    }
}
