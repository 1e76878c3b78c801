package org.eoslab.web.play;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.eoslab.experiment.Catalogue;
import org.eoslab.view.Cancellation;
import org.eoslab.view.Questions;
import org.eoslab.web.server.JsonBody;
import org.eoslab.web.server.RequestQueue;
import org.eoslab.web.server.Routes;
import org.eoslab.web.server.YamlBody;

/**
 * {@code POST /api/} and the name of one of the {@link Questions}, with an experiment as its body.
 *
 * @param catalogue the models
 * @param queue does the work
 */
public record PlayRoutes(Catalogue catalogue, RequestQueue queue) implements Routes {
    @Override
    public void addTo(RoutesConfig server) {
        Questions questions = new Questions(catalogue);
        for (String name : Questions.NAMES) {
            server.post("/api/" + name, request -> answer(name, request, questions.ask(name, JsonBody.read(request))));
        }
    }

    private void answer(String name, Context request, Function<Cancellation, Object> work) {
        switch (name) {
            case "export/csv" ->
                queue.answer(
                        request,
                        "text/csv",
                        cancellation -> String.valueOf(work.apply(cancellation)).getBytes(StandardCharsets.UTF_8));
            case "export/yaml" ->
                queue.answer(request, "application/yaml", cancellation -> YamlBody.bytes(work.apply(cancellation)));
            default -> queue.answer(request, work);
        }
    }
}
