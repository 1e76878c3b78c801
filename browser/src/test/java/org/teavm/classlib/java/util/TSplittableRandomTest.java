package org.teavm.classlib.java.util;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Beside the JDK's. */
class TSplittableRandomTest {
    @Test
    void hasTheJdksNumbers() {
        for (long seed = -500; seed < 500; seed++) {
            SplittableRandom jdk = new SplittableRandom(seed * 0x5DEECE66DL);
            TSplittableRandom here = new TSplittableRandom(seed * 0x5DEECE66DL);
            for (int i = 1; i < 100; i++) {
                assertThat(here.nextLong()).isEqualTo(jdk.nextLong());
                assertThat(here.nextInt()).isEqualTo(jdk.nextInt());
                assertThat(here.nextDouble()).isEqualTo(jdk.nextDouble());
                assertThat(here.nextBoolean()).isEqualTo(jdk.nextBoolean());
                assertThat(here.nextInt(-i, i * i)).isEqualTo(jdk.nextInt(-i, i * i));
                assertThat(here.nextInt(0, 1 << 30)).isEqualTo(jdk.nextInt(0, 1 << 30));
                assertThat(here.nextInt(0, (1 << 30) + 1)).isEqualTo(jdk.nextInt(0, (1 << 30) + 1));
            }
        }
    }
}
