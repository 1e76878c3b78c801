package org.eoslab.torch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LibtorchTest {
    /** {@code ./check} lets OpenMP's threads sleep, as {@code ./eos} does. */
    @Test
    void takesAllCoresWhereIdleThreadsSleepAndNothingElseIsAskedFor() {
        int cores = Runtime.getRuntime().availableProcessors();
        String asked = System.getenv("OMP_NUM_THREADS");
        if (!"PASSIVE".equalsIgnoreCase(System.getenv("OMP_WAIT_POLICY"))) {
            assertThat(Libtorch.threads()).isEqualTo(1);
        } else if (asked == null) {
            assertThat(Libtorch.threads()).isEqualTo(cores);
        } else {
            assertThat(Libtorch.threads()).isEqualTo(Math.min(Integer.parseInt(asked), cores));
        }
    }
}
