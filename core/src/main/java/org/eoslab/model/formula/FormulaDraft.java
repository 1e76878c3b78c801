package org.eoslab.model.formula;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.eoslab.experiment.DataTables;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Settings;

/** A formula's file while somebody writes the formula: each name in it that is nothing yet becomes a parameter. */
final class FormulaDraft {
    /** Where the n-th new parameter starts is n times this: at points that few losses have for a minimum or a symmetry. */
    private static final double APART = 0.5;

    private static final Pattern PLACE = Pattern.compile("\\d+$");

    private final Map<String, Object> contents = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    private FormulaDraft() {}

    /**
     * The contents with a start for each name that the loss uses, and without the parameters and constants that it does not use.
     *
     * @param contents keys and values on one level
     * @throws InputException when the loss cannot be read or has no parameters
     */
    static Map<String, Object> of(Map<String, ?> contents) {
        Object loss = contents.get(FormulaSettings.LOSS.name());
        if (loss == null) {
            throw new InputException("missing: loss (" + FormulaSettings.LOSS.allowed() + ")");
        }
        Set<String> used = FormulaLoss.names(
                FormulaSettings.LOSS.meaning().apply(String.valueOf(loss).trim()));
        FormulaDraft draft = new FormulaDraft();
        Set<String> fixed = Set.copyOf(Settings.known(FormulaSettings.fixed(1), contents.keySet()));
        contents.forEach((key, value) -> {
            if (fixed.contains(key)) {
                draft.contents.put(key, value);
            } else {
                draft.keep(key, value, used);
            }
        });
        Object data = contents.get(FormulaSettings.DATA.name());
        if (data != null && !data.equals(FormulaSettings.NONE)) {
            draft.known.addAll(DataTables.columns(FormulaSettings.DATA.name(), String.valueOf(data)));
        }
        draft.startNew(used);
        return draft.contents;
    }

    /** A parameter or constant, by its key with its prefix or by its name alone. */
    private void keep(String key, Object value, Set<String> used) {
        boolean constant = key.startsWith(FormulaSettings.CONSTANTS);
        String name = FormulaSettings.isNamed(key) ? key.substring(key.indexOf('.') + 1) : key;
        String vector = PLACE.matcher(name).replaceFirst("");
        if (used.contains(name) || used.contains(vector)) {
            contents.put((constant ? FormulaSettings.CONSTANTS : FormulaSettings.START) + name, value);
            known.addAll(List.of(name, vector));
        }
    }

    private void startNew(Set<String> used) {
        int place = 1;
        for (String name : used) {
            if (known.add(name)) {
                contents.put(FormulaSettings.START + name, APART * place);
                place++;
            }
        }
        if (contents.keySet().stream().noneMatch(key -> key.startsWith(FormulaSettings.START))) {
            throw new InputException("loss: " + contents.get(FormulaSettings.LOSS.name())
                    + " has no parameters; it must use at least one name, such as x");
        }
    }
}
