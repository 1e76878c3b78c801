/** DuckDB: connections and Parquet files. Its native library loads on the first use of one of these, not before. */
@NullMarked
package org.eoslab.store.duckdb;

import org.jspecify.annotations.NullMarked;
