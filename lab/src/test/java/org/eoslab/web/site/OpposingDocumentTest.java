package org.eoslab.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Run;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a page has of the examples with opposing signals, of a data set of images of one colour each. */
class OpposingDocumentTest {
    private static final int PIXELS = 1024;
    private static final int IMAGES = 48;

    /** Of JPEG, for an image of one colour that is a whole number of its blocks. */
    private static final int LEVELS = 3;

    @TempDir
    private Path folder;

    private Experiment experiment(String... measures) throws Exception {
        byte[] bytes = new byte[IMAGES * (1 + 3 * PIXELS)];
        for (int i = 0; i < IMAGES; i++) {
            int from = i * (1 + 3 * PIXELS);
            bytes[from] = (byte) (i % 10);
            Arrays.fill(bytes, from + 1, from + 1 + 3 * PIXELS, (byte) (5 * i));
        }
        Path set = Files.createDirectories(folder.resolve("cifar-10-batches-bin"));
        Files.write(set.resolve("data_batch_1.bin"), bytes);
        Catalogue catalogue = Catalogue.load();
        Experiment experiment = catalogue
                .experiment(catalogue.preset("cifar-fc-1000"))
                .with(Map.of("images", IMAGES, "width", 8, "steps", 3, "data", folder.toString()));
        return measures.length == 0 ? experiment : experiment.with(Map.of("measures", measures[0], "measuresEvery", 1));
    }

    private static Table table(Experiment experiment) {
        return Run.of(experiment, Recording.ALL, List.of()).trajectory().table();
    }

    @Test
    void everyMemberOfAGroupIsOnTheSheetAtItsPlace() throws Exception {
        Experiment experiment = experiment("opposing");
        Table table = table(experiment);
        Map<String, Object> document =
                OpposingDocument.of(table, () -> experiment).orElseThrow();
        int[] steps = (int[]) document.get("step");
        assertThat(steps).containsExactly(0, 1, 2, 3);
        String address = (String) document.get("images");
        BufferedImage sheet = ImageIO.read(new ByteArrayInputStream(
                Base64.getDecoder().decode(address.substring("data:image/jpeg;base64,".length()))));
        Map<?, ?> groups = (Map<?, ?>) document.get("groups");
        assertThat(groups).hasSize(4);
        int across = (int) document.get("across");
        groups.forEach((group, readings) -> {
            for (int reading = 0; reading < steps.length; reading++) {
                int[] places = ((int[][]) readings)[reading];
                for (int i = 0; i < places.length; i++) {
                    int example = (int) table.get(group + String.valueOf(i + 1), steps[reading]);
                    int x = places[i] % across * 32 + 16;
                    int y = places[i] / across * 32 + 16;
                    assertThat(sheet.getRGB(x, y) & 0xff).isBetween(5 * example - LEVELS, 5 * example + LEVELS);
                }
            }
        });
        assertThat((List<?>) document.get("labels"))
                .allMatch(label -> !String.valueOf(label).isEmpty());
    }

    @Test
    void aRunThatHasNotReadThemOrWhoseDataAreGoneHasNone() throws Exception {
        Experiment plain = experiment();
        assertThat(OpposingDocument.of(table(plain), () -> plain)).isEqualTo(Optional.empty());
        Table read = table(experiment("opposing"));
        assertThat(OpposingDocument.of(read, () -> {
                    throw new InputException("data: not there");
                }))
                .isEqualTo(Optional.empty());
    }
}
