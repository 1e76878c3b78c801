package org.eoslab.spark;

import java.io.Serializable;
import java.util.List;
import org.eoslab.torch.Part;

/**
 * What a task sends back.
 *
 * @param parts what its chunks contribute, in their order
 * @param refusal why it could not be made, in a line; empty when it was
 */
record GroupAnswer(List<Part.Sent> parts, String refusal) implements Serializable {}
