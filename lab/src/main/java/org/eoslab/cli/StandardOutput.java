package org.eoslab.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** Standard output that remembers why it could not be written: a {@link PrintStream} forgets it. */
final class StandardOutput extends OutputStream {
    private final OutputStream out;
    private @Nullable IOException problem;

    StandardOutput(OutputStream out) {
        this.out = out;
    }

    /** Takes over {@link System#out}. */
    static StandardOutput install() {
        StandardOutput output = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        String encoding = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding", ""));
        Charset charset = encoding.isEmpty() ? Charset.defaultCharset() : Charset.forName(encoding);
        System.setOut(new PrintStream(output, false, charset));
        return output;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            problem = problem == null ? e : problem;
            throw e;
        }
    }

    /** Why something that was printed is lost; empty when nothing is, or when the reader had enough of it. */
    String problem() {
        String message = problem == null ? "" : String.valueOf(problem.getMessage());
        return message.contains("Broken pipe") ? "" : message;
    }
}
