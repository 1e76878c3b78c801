package org.eoslab.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.Lanczos;
import org.eoslab.run.Simulation;
import org.eoslab.torch.Chunks;
import org.eoslab.torch.InputSpan;
import org.eoslab.torch.Loss;
import org.eoslab.torch.NetworkObjective;
import org.eoslab.torch.Precision;
import org.eoslab.torch.data.DataSet;
import org.eoslab.torch.data.ImageArchive;
import org.eoslab.torch.data.Standardisation;
import org.eoslab.torch.network.Activation;
import org.eoslab.torch.network.Flatten;
import org.eoslab.torch.network.Network;
import org.eoslab.torch.network.Sequential;

/**
 * Our side of {@code bench/peers/network.py}: trains 3072–200–200–10 tanh on CIFAR-10 images and does on each line of standard
 * input what it says. {@code step}: one step of gradient descent; {@code reading}: the sharpness to 1e-3, from the last
 * reading. Answers with the seconds it took and, for a reading, the sharpness and the products.
 */
public final class NetworkPeer {
    private static final double ETA = 0.05;

    private NetworkPeer() {}

    /**
     * Serves until standard input ends.
     *
     * @param arguments the data folder, the number of images, and the file that the initial parameters are written to, as
     *     little-endian doubles
     */
    public static void main(String[] arguments) throws IOException {
        DataSet data = ImageArchive.CIFAR10.load(
                Path.of(arguments[0]), Integer.parseInt(arguments[1]), 10, Standardisation.USED);
        Network network = new Sequential(
                java.util.List.of(new Flatten(), Sequential.perceptron(Activation.TANH, 3072, 200, 200, 10)));
        double[] start = network.initial(0);
        ByteBuffer bytes = ByteBuffer.allocate(start.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(start);
        Files.write(Path.of(arguments[2]), bytes.array());
        InputSpan span = InputSpan.of(network, data);
        NetworkObjective objective = new NetworkObjective(
                span.network(), span.data(), Loss.HALF_SQUARED, Precision.FLOAT32, new Chunks(1024, data.size()));
        GradientDescent descent = new GradientDescent(objective, ETA);
        State state = descent.start(span.coordinates(start));
        EigenPairs pairs = EigenPairs.NONE;
        PrintStream out = System.out;
        out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            long begin = System.nanoTime();
            if (line.equals("reading")) {
                pairs = Lanczos.seeded(0).at(state.step()).largest(objective.hessian(state.parameters()), 1, pairs);
            } else {
                Simulation.advance(descent, state, state.step() + 1);
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            out.println(
                    line.equals("reading")
                            ? seconds + " " + pairs.largest() + " " + pairs.products()
                            : Double.toString(seconds));
        }
    }
}
