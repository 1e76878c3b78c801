package org.eoslab.torch.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import org.eoslab.Shared;
import org.eoslab.experiment.InputException;
import org.eoslab.torch.network.Initialisation;
import org.eoslab.torch.network.Linear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetsTest {
    /** Sums of fifty products of order one. */
    private static final double SUMS = 1e-12;

    @TempDir
    private Path folder;

    @Test
    void chebyshevPolynomialsSatisfyTheirRecurrence() {
        double[] x = new double[1];
        double[][] t = new double[5][1];
        for (int i = 0; i < 20; i++) {
            for (int degree = 0; degree < 5; degree++) {
                new Polynomial(degree, 20).read(i, x, t[degree]);
            }
            assertThat(x[0]).isCloseTo(-1 + i / 9.5, within(SUMS));
            for (int k = 1; k < 4; k++) {
                assertThat(t[k + 1][0]).isCloseTo(2 * x[0] * t[k][0] - t[k - 1][0], within(SUMS));
            }
        }
    }

    @Test
    void deepLinearInputsAreWhiteAndTargetsLinear() {
        int n = 50;
        LinearTeacher data = new LinearTeacher(n, 3);
        double[][] x = new double[n][n];
        double[][] y = new double[n][n];
        for (int i = 0; i < n; i++) {
            data.read(i, x[i], y[i]);
        }
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double gram = 0;
                for (int k = 0; k < n; k++) {
                    gram += x[k][i] * x[k][j];
                    // Y = XAᵀ and XᵀX = nI give A = YᵀX/n.
                    a[i][j] += y[k][i] * x[k][j] / n;
                }
                assertThat(gram).isCloseTo(i == j ? n : 0, within(n * SUMS));
            }
        }
        double squares = 0;
        for (double[] row : a) {
            for (double entry : row) {
                squares += entry * entry;
            }
        }
        // 2,500 standard Gaussians: the mean square is 1 with deviation √(2/2500) = 0.028; five of them.
        assertThat(squares / (n * n)).isCloseTo(1, within(0.14));
    }

    /**
     * Q and a start of normal numbers are independent, so (QᵀW)ᵢⱼ, W a standard normal first layer, is standard normal: the mean of the
     * squares below the diagonal is 1. From the same numbers QᵀW would be the R of W = QR, which has none there.
     */
    @Test
    void deepLinearInputsAreNotTheNumbersOfTheStart() {
        int n = 50;
        Linear layer = Linear.withoutBias(n, n, Initialisation.normal(1));
        for (long seed = 0; seed < 10; seed++) {
            LinearTeacher data = new LinearTeacher(n, seed);
            double[] w = layer.initial(seed);
            double[] x = new double[n];
            double[][] product = new double[n][n];
            for (int k = 0; k < n; k++) {
                data.read(k, x, new double[n]);
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                        product[i][j] += x[i] / Math.sqrt(n) * w[k * n + j];
                    }
                }
            }
            double below = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < i; j++) {
                    below += product[i][j] * product[i][j];
                }
            }
            int count = n * (n - 1) / 2;
            // 1,225 squares of standard normals: deviation √(2/1225) = 0.040 of their mean; five of them.
            assertThat(below / count).isCloseTo(1, within(0.2));
        }
    }

    @Test
    void normalExamplesAreStandardAndNotTheNumbersOfTheStart() {
        int n = 1000;
        long seed = 7;
        NormalData data = new NormalData(n, 3, 2, seed);
        SplittableRandom start = new SplittableRandom(seed);
        double[] x = new double[3];
        double[] y = new double[2];
        double[][] moments = new double[5][5];
        for (int i = 0; i < n; i++) {
            data.read(i, x, y);
            assertThat(x[0]).isNotEqualTo(start.nextGaussian());
            double[] all = {x[0], x[1], x[2], y[0], y[1]};
            for (int j = 0; j < 5; j++) {
                for (int k = 0; k < 5; k++) {
                    moments[j][k] += all[j] * all[k] / n;
                }
            }
        }
        // Means of 1,000 products: deviation √(2/1000) = 0.045 on the diagonal, less off it; five of them.
        for (int j = 0; j < 5; j++) {
            for (int k = 0; k < 5; k++) {
                assertThat(moments[j][k]).isCloseTo(j == k ? 1 : 0, within(0.23));
            }
        }
    }

    @Test
    void readsSentencesShortestFirst() throws IOException {
        Files.createDirectories(folder.resolve("sst2"));
        Files.writeString(
                folder.resolve("sst2/stsa.binary.train"), "1 a fine film\n0 a bore\n1 fine fine fine fine fine\n");
        Sst2 data = Sst2.load(folder, 3, 4);
        double[] input = new double[4];
        double[] target = new double[1];
        assertThat(data.inputShape()).containsExactly(4L);
        assertThat(data.vocabulary()).isEqualTo(5);
        data.read(0, input, target);
        assertThat(input).containsExactly(1, 4, 0, 0);
        assertThat(target).containsExactly(-1);
        data.read(2, input, target);
        assertThat(input).containsExactly(2, 2, 2, 2);
        assertThat(target).containsExactly(1);
    }

    @Test
    void readsTheRealSentences() {
        Sst2 data = Sst2.load(Shared.path("data"), 6_920, 64);
        assertThat(data.size()).isEqualTo(6_920);
        assertThat(data.inputShape()).containsExactly(52L);
    }

    @Test
    void saysWhereSentencesComeFrom() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> Sst2.load(folder, 10, 64))
                .withMessageContainingAll("sentences: 10 are needed", "holds 0", "eos data get sst2");
    }

    @Test
    void theFolderIsTheGivenOneElseTheEnvironmentsElseTheCache() {
        Path home = Path.of("home");
        Map<String, String> named = Map.of("EOSLAB_DATA", "named", "XDG_CACHE_HOME", "cache");
        assertThat(DataFolder.of("given", named, home)).isEqualTo(Path.of("given"));
        assertThat(DataFolder.of("", named, home)).isEqualTo(Path.of("named"));
        assertThat(DataFolder.of("", Map.of("XDG_CACHE_HOME", "cache"), home)).isEqualTo(Path.of("cache/eoslab"));
        assertThat(DataFolder.of("", Map.of(), home)).isEqualTo(Path.of("home/.cache/eoslab"));
    }
}
