package org.eoslab.web.library;

import io.javalin.config.RoutesConfig;
import org.eoslab.experiment.Catalogue;
import org.eoslab.view.CatalogueDocument;
import org.eoslab.web.server.JsonBody;
import org.eoslab.web.server.Routes;

/** {@code GET /api/catalogue}: every model with the settings it takes, every preset with its settings filled in. */
public record CatalogueRoutes(Catalogue catalogue) implements Routes {
    @Override
    public void addTo(RoutesConfig server) {
        byte[] json = JsonBody.bytes(new CatalogueDocument(catalogue).toMap());
        server.get(
                "/api/catalogue",
                request -> request.contentType("application/json").result(json));
    }
}
