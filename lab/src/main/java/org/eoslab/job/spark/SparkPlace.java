package org.eoslab.job.spark;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.DataTables;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Library;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Preset;
import org.eoslab.torch.Evaluator;
import org.eoslab.torch.Question;
import org.eoslab.torch.SentQuestion;
import org.eoslab.torch.Terms;
import org.eoslab.torch.model.ExampleSet;
import org.eoslab.torch.model.Place;
import org.eoslab.torch.model.SentAnswer;
import org.eoslab.torch.model.SentTerms;
import org.eoslab.torch.model.SharedModel;
import org.jspecify.annotations.Nullable;

/**
 * The executors of a Spark cluster, where the sums over the examples of networks are taken. Spark's driver, the spark module's {@code RunDriver}, is
 * started at the first question; the run itself, its readings and its store are this process's.
 */
public final class SparkPlace implements Place, AutoCloseable {
    /** How long the driver may take to let its executors go. */
    private static final long SECONDS_TO_END = 5;

    private final SparkInstallation installation;
    private final SparkMaster master;
    private @Nullable Driver driver;
    private double[] lastPoint = new double[0];
    private @Nullable SentTerms lastAsked;

    private record Driver(Process process, ObjectOutputStream out, ObjectInputStream in) {}

    /** The executors that this master has for a driver of this installation. */
    public SparkPlace(SparkInstallation installation, SparkMaster master) {
        this.installation = installation;
        this.master = master;
    }

    /**
     * Those of a master by its URL.
     *
     * @throws InputException when it is none, cannot be reached, or the driver is not built
     */
    public static SparkPlace on(String url) {
        SparkMaster master = new SparkMaster(url);
        SparkInstallation installation = SparkInstallation.find();
        master.checkReachable();
        return new SparkPlace(installation, master);
    }

    /** The same models and presets, of which those that can be shared out are evaluated here. */
    public Catalogue catalogue(Catalogue all) {
        return new Catalogue(List.of(new Library() {
            @Override
            public List<Model> models() {
                return all.models().stream()
                        .map(model -> model instanceof SharedModel shared ? shared.at(SparkPlace.this) : model)
                        .toList();
            }

            @Override
            public List<Preset> presets() {
                return all.presets();
            }
        }));
    }

    /**
     * Checks that a model can be shared out.
     *
     * @param all models there are
     * @throws InputException when it is no sum over examples
     */
    public static void check(Model model, Catalogue all) {
        if (!(model instanceof SharedModel)) {
            throw new InputException("--spark: the loss of model " + model.name()
                    + " is no sum over examples that could be shared out; those of "
                    + all.models().stream()
                            .filter(SharedModel.class::isInstance)
                            .map(Model::name)
                            .collect(Collectors.joining(", "))
                    + " are");
        }
    }

    @Override
    public Evaluator evaluator(Map<String, Object> experiment, ExampleSet set, Terms terms) {
        return new Evaluator() {
            private @Nullable SentTerms sent;

            @Override
            public double[] ask(Question question, double[] sum) {
                if (sent == null) {
                    sent = SentTerms.of(experiment, set, terms);
                }
                return SparkPlace.this.ask(sent, terms, question, sum);
            }
        };
    }

    private synchronized double[] ask(SentTerms sent, Terms terms, Question question, double[] sum) {
        boolean known = sent == lastAsked && Arrays.equals(question.point(), lastPoint);
        SentTerms.Asked asked = new SentTerms.Asked(sent, SentQuestion.of(question, terms.precision(), known));
        if (!known) {
            lastAsked = sent;
            lastPoint = question.point().clone();
        }
        SentAnswer answer = exchange(asked);
        switch (answer.outcome()) {
            case REFUSED -> throw new ClusterException("--spark: " + answer.problem());
            case CLUSTER -> throw failed(answer.problem());
            case ERROR -> throw new IllegalStateException("on the cluster: " + answer.problem());
            case ANSWERED -> System.arraycopy(answer.sum(), 0, sum, 0, answer.sum().length);
        }
        return answer.numbers();
    }

    private SentAnswer exchange(SentTerms.Asked asked) {
        try {
            if (driver == null) {
                driver = start(asked.terms());
            }
            driver.out.writeObject(asked);
            driver.out.reset();
            driver.out.flush();
            return (SentAnswer) driver.in.readObject();
        } catch (IOException e) {
            throw failed("the driver ended" + (e.getMessage() == null ? "" : ": " + e.getMessage()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private Driver start(SentTerms terms) throws IOException {
        Process process = installation.start("org.eoslab.spark.RunDriver", master.url(), tableReader(terms));
        ObjectOutputStream out = new ObjectOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
        out.flush();
        return new Driver(
                process, out, new ObjectInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16)));
    }

    /** The program's jars that read tables, which the spark module has not, where there is one to read. */
    private static List<String> tableReader(SentTerms terms) {
        boolean tables =
                terms.experiment().values().stream().anyMatch(value -> DataTables.isOne(String.valueOf(value)));
        return tables
                ? Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(jar -> jar.matches(".*/(eoslab-lab|duckdb_jdbc)-[^/]*\\.jar"))
                        .toList()
                : List.of();
    }

    private ClusterException failed(String problem) {
        return new ClusterException("--spark: " + master.url() + ": " + problem);
    }

    /** Lets the executors go. */
    @Override
    public synchronized void close() {
        if (driver == null) {
            return;
        }
        Process process = driver.process;
        driver = null;
        try {
            process.getOutputStream().close();
            process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (IOException e) {
            // It has ended.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }
}
