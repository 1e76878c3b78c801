package org.eoslab.cli.tool;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.eoslab.cli.option.StoreOption;
import org.eoslab.experiment.InputException;
import org.eoslab.store.FolderStore;
import org.eoslab.store.StoredRun;
import org.eoslab.web.site.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code eos site}: the explorer's page as files that need no server. */
@Command(
        name = "site",
        description =
                "Write a page that needs no server: the story and Play, computed in the page itself, and recorded runs."
                        + " It opens from any web server and from a folder.")
public final class SiteCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "the folder to write it into")
    private Path out = Path.of("");

    @Option(
            names = "--run",
            paramLabel = "ID",
            description = "a finished run of the store that comes with it; again for more")
    private List<String> runs = List.of();

    @Mixin
    private StoreOption store = new StoreOption();

    @Override
    public Integer call() {
        if (!Site.isThere()) {
            throw new InputException(
                    "site: the page is not in this build, which had no Node (20 or later); build with it");
        }
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new InputException("--out: " + out + " is not a folder");
        }
        FolderStore opened = store.open();
        List<StoredRun> recorded = runs.stream().map(opened::find).toList();
        List<Path> files = Site.write(out, recorded);
        spec.commandLine()
                .getOut()
                .println("wrote " + files.size() + " files; open "
                        + out.resolve("index.html").toUri());
        return 0;
    }
}
