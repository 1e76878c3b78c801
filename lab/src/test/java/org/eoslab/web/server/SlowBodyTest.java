package org.eoslab.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A body that never stops and never ends, a byte at a time. */
class SlowBodyTest {
    private final AtomicLong clock = new AtomicLong();

    /** A byte after each pause. */
    private final class Drip extends InputStream {
        private final long pause;
        private long left;

        Drip(long pause, long count) {
            this.pause = pause;
            this.left = count;
        }

        @Override
        public int read() {
            clock.addAndGet(pause);
            return left-- > 0 ? ' ' : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            int read = read();
            if (read >= 0) {
                bytes[offset] = (byte) read;
            }
            return read < 0 ? -1 : 1;
        }
    }

    @Test
    void oneThatDripsInIsGivenUpAfterSeconds() {
        assertThatExceptionOfType(HttpResponseException.class)
                .isThrownBy(() -> JsonBody.read(new Drip(TimeUnit.SECONDS.toNanos(1), Long.MAX_VALUE), clock::get))
                .withMessage("body: not here after 10 seconds")
                .satisfies(e -> assertThat(e.getStatus()).isEqualTo(408));
        assertThat(clock.get()).isBetween(TimeUnit.SECONDS.toNanos(10), TimeUnit.SECONDS.toNanos(12));
    }

    @Test
    void oneThatIsMerelySlowIsRead() throws IOException {
        assertThat(JsonBody.read(new Drip(TimeUnit.MILLISECONDS.toNanos(1), 9000), clock::get))
                .hasSize(9000);
    }
}
