package org.eoslab.spark;

import java.io.Serializable;
import org.eoslab.torch.Part;

/**
 * A slice of what a chunk contributes, on its way to where that slice is added up.
 *
 * @param chunk the chunk
 * @param part its numbers in the slice
 * @param refusal why there is none, in a line; empty when there is one
 */
record SlicedChunk(int chunk, Part.Sent part, String refusal) implements Serializable {}
