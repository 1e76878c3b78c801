package org.eoslab.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eoslab.dynamics.GradientDescent;
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

/** Our side of {@code bench/peers/network.py}: trains 3072–200–200–10 tanh on CIFAR-10 images, as {@link PeerLoop} is told. */
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
        new PeerLoop(new GradientDescent(objective, ETA), objective, span.coordinates(start)).serve();
    }
}
