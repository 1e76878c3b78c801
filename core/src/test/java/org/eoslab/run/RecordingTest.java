package org.eoslab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingTest {
    @ParameterizedTest
    @ValueSource(strings = {"every:1", "every:10", "0", "0,10,100", "7,9007199254740992"})
    void isReadFromWhatItWrites(String text) {
        Recording recording = Recording.parse(text);
        assertThat(recording).hasToString(text);
        assertThat(Recording.parse(recording.toString())).hasToString(text);
    }

    @Test
    void stepsComeInAnyOrderAndMoreThanOnce() {
        Recording recording = Recording.parse("100, 0,10,10");
        assertThat(LongStream.rangeClosed(0, 200).filter(t -> recording.keeps(t, 200)))
                .containsExactly(0L, 10L, 100L);
        assertThat(recording.rows(50)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "every:", "every:0", "every:-1", "every:1.5", "x", "1,x", "-1", "1e3", "99999999999999999999"
            })
    void refusesWhatIsNeither(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Recording.parse(text));
    }
}
