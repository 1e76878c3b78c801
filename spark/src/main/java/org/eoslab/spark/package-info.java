/**
 * Sweeps on a Spark cluster: the same rows as on one machine, since a row depends on the sweep and its index alone. Spark makes
 * a lost task again elsewhere, and its output committer keeps the rows of one attempt only.
 *
 * <p>Runs of networks on a Spark cluster: {@link org.eoslab.spark.ExampleCluster} has the examples in its executors. The chunks of the examples are evaluated
 * each by itself and added up in their order, so the bits are those of one machine.
 *
 * <p>Example: {@code spark-submit --class org.eoslab.spark.SweepJob eoslab-spark.jar examples/phase-diagram.yaml out}.
 */
@NullMarked
package org.eoslab.spark;

import org.jspecify.annotations.NullMarked;
