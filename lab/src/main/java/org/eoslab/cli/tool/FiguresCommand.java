package org.eoslab.cli.tool;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.eoslab.cli.option.ExitCode;
import org.eoslab.cli.text.ConsoleBar;
import org.eoslab.experiment.InputException;
import org.eoslab.figure.PaperFigures;
import org.eoslab.figure.report.HtmlReport;
import org.eoslab.figure.report.PaperFigure;
import org.eoslab.figure.report.Size;
import org.eoslab.plot.draw.FigureFiles;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code eos figures}: the paper's figures, made anew. */
@Command(
        name = "figures",
        description = "Make the paper's figures: SVG, PNG, CSV, and an HTML report that opens without a network.")
public final class FiguresCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "N",
            description =
                    "their numbers, or bifurcation, which is ours (default: all but 6, 9 and 12, which need data sets and minutes)")
    private List<String> names = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", description = "where to (default: figures)")
    private Path folder = Path.of("figures");

    @ArgGroup
    private Sizes sizes = new Sizes();

    /** At most one of these. */
    private static final class Sizes {
        @Option(names = "--quick", description = "smaller computations where there are large ones")
        private boolean quick;

        @Option(
                names = "--full",
                description = "6, 9 and 12 on all the data there are, up to the paper's amount: hours")
        private boolean full;

        Size size() {
            return quick ? Size.QUICK : full ? Size.FULL : Size.USUAL;
        }
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<String> wanted = names.isEmpty() ? PaperFigures.usual() : names;
        PaperFigures.check(wanted);
        int reported;
        List<PaperFigure> made = new ArrayList<>();
        try (ConsoleBar bar = new ConsoleBar("figures", wanted.size(), " figures", 1)) {
            Files.createDirectories(folder);
            for (String name : wanted) {
                bar.say("figure " + name);
                PaperFigure figure = PaperFigures.make(name, sizes.size());
                FigureFiles.write(figure.figure(), folder);
                HtmlReport.record(figure, folder);
                made.add(figure);
                out.println("  " + figure.figure().title() + (figure.seen() ? ": seen" : ": NOT seen"));
                figure.evidence()
                        .forEach(f -> out.println(
                                "      " + f.id() + " " + f.verdict().label() + ": " + f.attained()));
                out.flush();
                bar.add(1);
            }
            reported = HtmlReport.write(folder, PaperFigures.names());
        } catch (IOException e) {
            throw new InputException("--out: " + folder + ": cannot be written: " + e.getMessage());
        }
        out.println("  " + made.size() + " figures (SVG, PNG, CSV) and report.html, of the " + reported
                + " that are there, in " + folder.toAbsolutePath());
        out.flush();
        return made.stream().allMatch(PaperFigure::seen) ? ExitCode.OK : ExitCode.FAILED;
    }
}
