/**
 * What the program does on a Spark cluster it does through Spark's driver, the spark module's, which is a process of its own: {@link
 * org.eoslab.job.spark.SparkPlace} takes the sums over the examples of a network there.
 */
@NullMarked
package org.eoslab.job.spark;

import org.jspecify.annotations.NullMarked;
