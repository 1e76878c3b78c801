package org.eoslab.spark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.eoslab.experiment.InputException;
import org.eoslab.torch.model.SentAnswer;
import org.eoslab.torch.model.SentTerms;
import sun.misc.Signal;

/**
 * The Spark side of {@code eos run --spark MASTER}, a process of its own: the program and Spark bring libraries of the same names.
 *
 * <p>On standard input come questions ({@link SentTerms.Asked}), one after the answer to the other; when it is closed the process ends. On
 * standard output go the answers ({@link SentAnswer}).
 */
public final class RunDriver {
    /** What Spark says of a task that was lost with its executor again and again. */
    private static final Pattern LOST = Pattern.compile("ExecutorLostFailure|FetchFailed|SparkContext was shut down");

    private static final Logger NETWORKS = Logger.getLogger("org.eoslab");

    private RunDriver() {}

    /** The argument: the Spark master. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        // Ctrl-C is for the program, which ends the step that is being taken.
        Signal.handle(new Signal("INT"), signal -> {});
        // What there is to be said of a network has been said where the run was started.
        NETWORKS.setLevel(Level.OFF);
        ObjectOutputStream out = new ObjectOutputStream(new BufferedOutputStream(System.out, 1 << 16));
        out.flush();
        // What anything else prints must not come among the answers.
        System.setOut(new PrintStream(System.err, true));
        BlockingQueue<SentTerms.Asked> asked = listen();
        SentAnswer problem;
        try (ExampleCluster cluster = new ExampleCluster(arguments[0])) {
            while (true) {
                send(out, answer(cluster, asked.take()));
            }
        } catch (RuntimeException e) {
            problem = SentAnswer.failed(SentAnswer.Outcome.CLUSTER, line(e));
        }
        send(out, problem);
        System.exit(0);
    }

    private static SentAnswer answer(ExampleCluster cluster, SentTerms.Asked asked) throws InterruptedException {
        try {
            double[] sum = new double[asked.vectorLength()];
            return new SentAnswer(
                    SentAnswer.Outcome.ANSWERED, "", cluster.ask(asked.terms(), asked.question(), sum), sum);
        } catch (InputException e) {
            return SentAnswer.failed(SentAnswer.Outcome.REFUSED, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return failed(e);
        } catch (Exception e) {
            // Spark throws checked exceptions that its signatures do not tell of.
            if (e instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            return failed(e);
        }
    }

    private static SentAnswer failed(Exception e) {
        boolean lost = LOST.matcher(String.valueOf(e.getMessage())).find();
        return SentAnswer.failed(lost ? SentAnswer.Outcome.CLUSTER : SentAnswer.Outcome.ERROR, line(e));
    }

    private static String line(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static void send(ObjectOutputStream out, SentAnswer answer) throws IOException {
        out.writeObject(answer);
        // Else the stream keeps every answer in case that it comes again.
        out.reset();
        out.flush();
    }

    /** The questions as they come; ends this process when nobody asks any more. */
    private static BlockingQueue<SentTerms.Asked> listen() {
        BlockingQueue<SentTerms.Asked> asked = new LinkedBlockingQueue<>();
        Thread listener = new Thread(() -> {
            try (ObjectInputStream in = new ObjectInputStream(System.in)) {
                while (true) {
                    asked.add((SentTerms.Asked) in.readObject());
                }
            } catch (IOException | ClassNotFoundException e) {
                System.exit(0);
            }
        });
        listener.setDaemon(true);
        listener.start();
        return asked;
    }
}
