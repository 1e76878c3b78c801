package org.eoslab.cli.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eoslab.cli.ProgramRun;
import org.eoslab.cli.option.ExitCode;
import org.eoslab.experiment.InputException;
import org.eoslab.torch.data.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server of its own. */
class DataCommandTest {
    private static final byte[] CONTENT = "1 a fine film\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/words", exchange -> {
            exchange.sendResponseHeaders(200, CONTENT.length);
            exchange.getResponseBody().write(CONTENT);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Download download(String path, String checksum) {
        URI uri = URI.create("http://localhost:" + server.getAddress().getPort() + path);
        return new Download(new Archive.Download(uri, "words", "SHA-256", checksum), folder);
    }

    private static String sha256() throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(CONTENT));
    }

    @Test
    void keepsAFileWhoseChecksumIsRight() throws NoSuchAlgorithmException {
        download("/words", sha256()).run();
        assertThat(folder.resolve("words")).hasBinaryContent(CONTENT);
        assertThat(folder.toFile().list()).containsExactly("words");
    }

    @Test
    void keepsNothingWhoseChecksumIsWrong() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> download("/words", "00").run())
                .withMessageContaining("not 00; nothing was kept");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void saysInOneLineThatAFileIsNotThere() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> download("/other", "00").run())
                .withMessageContaining("cannot be downloaded: the server answers 404")
                .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
    }

    @Test
    void listsWhatIsAtHand() {
        ProgramRun program = ProgramRun.eos("data", "--data", folder.toString(), "ls");
        assertThat(program.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(program.out())
                .contains(
                        "cifar10",
                        "50,000 training images",
                        folder.resolve("sst2").toString());
    }

    @Test
    void namesTheNearestDataSet() {
        ProgramRun program = ProgramRun.eos("data", "get", "cifar");
        assertThat(program.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(program.err()).contains("data set cifar: unknown; the nearest is cifar10");
    }
}
