package org.eoslab.web.watch;

import java.util.List;
import java.util.function.Consumer;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Library;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Preset;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;

/** The models of a catalogue that tell {@code built} of each problem they build. */
record WatchedLibrary(Catalogue catalogue, Consumer<Problem> built) implements Library {
    @Override
    public List<Model> models() {
        return catalogue.models().stream()
                .map(model -> (Model) new Watched(model, built))
                .toList();
    }

    @Override
    public List<Preset> presets() {
        return catalogue.presets();
    }

    private record Watched(Model model, Consumer<Problem> built) implements Model {
        @Override
        public String name() {
            return model.name();
        }

        @Override
        public List<Setting> settings() {
            return model.settings();
        }

        @Override
        public Problem build(Settings settings) {
            Problem problem = model.build(settings);
            built.accept(problem);
            return problem;
        }
    }
}
