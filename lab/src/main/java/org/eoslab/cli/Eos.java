package org.eoslab.cli;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.eoslab.cli.option.ExitCode;
import org.eoslab.cli.option.Interruption;
import org.eoslab.cli.run.ForkCommand;
import org.eoslab.cli.run.PresetsCommand;
import org.eoslab.cli.run.RaceCommand;
import org.eoslab.cli.run.ResumeCommand;
import org.eoslab.cli.run.RunCommand;
import org.eoslab.cli.run.VerifyCommand;
import org.eoslab.cli.run.WindowCommand;
import org.eoslab.cli.store.ExportCommand;
import org.eoslab.cli.store.QueryCommand;
import org.eoslab.cli.store.RunsCommand;
import org.eoslab.cli.tool.DataCommand;
import org.eoslab.cli.tool.DoctorCommand;
import org.eoslab.cli.tool.FiguresCommand;
import org.eoslab.cli.tool.ServeCommand;
import org.eoslab.cli.tool.SharpnessCommand;
import org.eoslab.cli.tool.SiteCommand;
import org.eoslab.cli.tool.SweepCommand;
import org.eoslab.experiment.InputException;
import org.eoslab.job.Version;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program {@code eos}. */
@Command(
        name = "eos",
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        versionProvider = Eos.VersionProvider.class,
        description = "The laboratory for the edge of stability.",
        subcommandsRepeatable = false,
        subcommands = {
            PresetsCommand.class,
            RunCommand.class,
            VerifyCommand.class,
            WindowCommand.class,
            RaceCommand.class,
            ResumeCommand.class,
            ForkCommand.class,
            RunsCommand.class,
            QueryCommand.class,
            ExportCommand.class,
            SharpnessCommand.class,
            SweepCommand.class,
            FiguresCommand.class,
            DataCommand.class,
            DoctorCommand.class,
            ServeCommand.class,
            SiteCommand.class
        })
public final class Eos implements Runnable {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final String LOG_FORMAT = "java.util.logging.SimpleFormatter.format";

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    /** Runs the program and exits with its {@link ExitCode}. */
    public static void main(String[] arguments) {
        if (System.getProperty(LOG_FORMAT) == null) {
            System.setProperty(LOG_FORMAT, "eos: %4$s: %5$s%6$s%n"); // level, message, stack trace
        }
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> System.err.println(message(error)));
        Interruption.installDefault();
        StandardOutput output = StandardOutput.install();
        int code = execute(commandLine(), arguments);
        System.out.flush();
        if (!output.problem().isEmpty()) {
            System.err.println("eos: standard output cannot be written: " + output.problem());
            code = ExitCode.INTERNAL;
        }
        System.exit(code);
    }

    /** Runs a command line; whatever goes wrong is one line on its standard error and an exit code. */
    public static int execute(CommandLine line, String... arguments) {
        try {
            return line.execute(arguments);
        } catch (Error e) { // picocli hands on exceptions only
            return report(e, line);
        }
    }

    /** The command line, for the program and its tests. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Eos());
        line.addSubcommand(new AutoComplete.GenerateCompletion());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(Path.class, Eos::path);
        line.setExitCodeExceptionMapper(Eos::exitCode);
        line.setParameterExceptionHandler((e, arguments) -> refuse(e));
        line.setExecutionExceptionHandler((e, command, result) -> report(e, command));
        return line;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static Path path(String text) {
        if (text.isEmpty()) {
            throw new CommandLine.TypeConversionException("an empty path is not allowed");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new CommandLine.TypeConversionException("not a path: " + e.getReason());
        }
    }

    private static int exitCode(Throwable error) {
        return error instanceof InputException ? ExitCode.INPUT : ExitCode.INTERNAL;
    }

    private static int refuse(ParameterException error) {
        CommandLine command = error.getCommandLine();
        PrintWriter err = command.getErr();
        List<String> suggestions =
                error instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        String hint = suggestions.isEmpty() ? "" : "; did you mean " + suggestions.get(0) + "?";
        err.println("eos: " + oneLine(error) + hint + " (see "
                + command.getCommandSpec().qualifiedName() + " --help)");
        err.flush();
        return ExitCode.INPUT;
    }

    private static int report(Throwable error, CommandLine command) {
        PrintWriter err = command.getErr();
        err.println(message(error));
        if (System.getenv("EOS_TRACE") != null) {
            error.printStackTrace(err);
        }
        err.flush();
        return exitCode(error);
    }

    private static String message(Throwable error) {
        if (error instanceof InputException) {
            return "eos: " + oneLine(error);
        }
        if (error instanceof OutOfMemoryError) {
            return "eos: out of memory (" + error.getMessage() + "); give it more, such as EOS_JAVA_OPTS=-Xmx8g";
        }
        return "eos: internal error: " + error.getClass().getSimpleName() + ": " + oneLine(error)
                + " (EOS_TRACE=1 shows where)";
    }

    /** A message as one line; what would reach the terminal as an order to it is spelled out. */
    private static String oneLine(Throwable error) {
        String message = error.getMessage() == null ? error.toString() : error.getMessage();
        return CONTROL.matcher(message.strip().replaceAll("\\s*\\R\\s*", " "))
                .replaceAll(
                        found -> String.format("\\\\u%04x", (int) found.group().charAt(0)));
    }

    /** What {@code --version} prints. */
    static final class VersionProvider implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"eos " + Version.current()};
        }
    }
}
