package org.eoslab.browser;

import java.util.Map;
import org.eoslab.experiment.Catalogue;
import org.eoslab.view.Cancellation;
import org.eoslab.view.CatalogueDocument;
import org.eoslab.view.Questions;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;

/** The laboratory in a page: the questions that a server answers, asked of the same Java, compiled. */
public final class Laboratory {
    private static final Catalogue CATALOGUE = Catalogue.load();

    private Laboratory() {}

    /** Where the compiler begins; what a page calls is {@link #ask}. */
    public static void main(String[] arguments) {}

    /**
     * Answers one of the {@link Questions}, or {@code catalogue}.
     *
     * @param body what a server would be sent
     * @return {@code {answer}}, or {@code {error}} with one line
     */
    @JSExport
    public static JSObject ask(String name, JSObject body) {
        try {
            Object answer = name.equals("catalogue")
                    ? new CatalogueDocument(CATALOGUE).toMap()
                    : new Questions(CATALOGUE).ask(name, Trees.map(body)).apply(new Cancellation());
            return Trees.object(Map.of("answer", answer));
        } catch (IllegalArgumentException e) {
            return Trees.object(Map.of("error", String.valueOf(e.getMessage()).replaceAll("\\s+", " ")));
        }
    }
}
