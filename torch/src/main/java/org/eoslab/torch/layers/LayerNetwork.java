package org.eoslab.torch.layers;

import java.util.List;
import org.eoslab.torch.network.Network;

/**
 * A network made of a list of layers.
 *
 * @param network the network
 * @param outputShape the shape of its output for an example
 * @param numbers how many numbers all layers together give for an example: what its graph holds
 * @param kinks the names of its layers that have kinks
 * @param hasBatchNorm whether a batch normalisation is among them
 */
public record LayerNetwork(
        Network network, List<Long> outputShape, long numbers, List<String> kinks, boolean hasBatchNorm) {}
