package org.eoslab.cli.tool;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.eoslab.cli.text.ConsoleBar;
import org.eoslab.experiment.InputException;
import org.eoslab.torch.data.Archive;
import org.jspecify.annotations.Nullable;

/**
 * Downloads one file of a data set, checks it and unpacks it. Nothing appears in the folder before the checksum is right.
 *
 * @param file what
 * @param into the set's folder, made when it is not there
 */
record Download(Archive.Download file, Path into) {
    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final int OK = 200;
    private static final int BLOCK = 1 << 16;

    /**
     * Does it.
     *
     * @throws InputException when the file cannot be had or is not the one that was published
     */
    void run() {
        @Nullable Path partial = null;
        try {
            Files.createDirectories(into);
            partial = Files.createTempFile(into, "download", ".part");
            String checksum = fetch(partial);
            if (!checksum.equals(file.checksum())) {
                throw new InputException(file.uri() + ": the " + file.algorithm() + " of what came is " + checksum
                        + ", not " + file.checksum() + "; nothing was kept");
            }
            unpack(partial);
        } catch (IOException e) {
            throw new InputException(file.uri() + ": cannot be downloaded: " + reason(e)
                    + "; download it by other means and unpack it into " + into);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InputException(file.uri() + ": the download was interrupted");
        } finally {
            delete(partial);
        }
    }

    private String fetch(Path to) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        HttpRequest request = HttpRequest.newBuilder(file.uri()).build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != OK) {
            throw new IOException("the server answers " + response.statusCode());
        }
        MessageDigest digest = digest();
        long length = response.headers().firstValueAsLong("content-length").orElse(-1);
        try (InputStream in = new DigestInputStream(response.body(), digest);
                OutputStream out = Files.newOutputStream(to);
                ConsoleBar bar = new ConsoleBar(file.file(), length, " MB", 1_000_000)) {
            byte[] block = new byte[BLOCK];
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                out.write(block, 0, n);
                bar.add(n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private MessageDigest digest() {
        try {
            return MessageDigest.getInstance(file.algorithm());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void unpack(Path partial) throws IOException, InterruptedException {
        String path = file.uri().getPath();
        if (path.endsWith(".tar.gz")) {
            // The archive's files stand in a folder of the set's own name.
            Process tar = new ProcessBuilder(
                            "tar", "-xzf", partial.toString(), "-C", into.toString(), "--strip-components=1")
                    .inheritIO()
                    .start();
            if (tar.waitFor() != 0) {
                throw new IOException("tar could not unpack it");
            }
        } else if (path.endsWith(".gz")) {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(partial))) {
                Files.copy(in, into.resolve(file.file()), StandardCopyOption.REPLACE_EXISTING);
            }
        } else {
            Files.copy(partial, into.resolve(file.file()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String reason(IOException e) {
        Throwable cause = e;
        while (cause.getMessage() == null && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? "no connection" : cause.getMessage();
    }

    private static void delete(@Nullable Path partial) {
        try {
            if (partial != null) {
                Files.deleteIfExists(partial);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
