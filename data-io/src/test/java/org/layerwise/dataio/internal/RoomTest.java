package org.layerwise.dataio.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Streaming;

class RoomTest {
    private static final long MB = 1 << 20;

    private static Room room(Streaming streaming) {
        return new Room(new InputFile(Path.of("/t.csv"), "t.csv", "file"), streaming, 100 * MB);
    }

    @Test
    void refusesWhatDoesNotFitAndIsNotToBeStreamed() {
        assertThat(room(Streaming.NEVER).streams(80 * MB)).isFalse();
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> room(Streaming.NEVER).streams(300 * MB))
                .withMessage(
                        "t.csv: takes about 300 MB of memory, and Java has 100 MB; have it read in pieces, which data:"
                                + " {streaming: auto} does, or give Java more (JAVA_TOOL_OPTIONS=-Xmx…)");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> room(Streaming.NEVER).require(95 * MB))
                .withMessageStartingWith("t.csv: takes more than 95 MB of memory");
        assertThat(room(Streaming.NEVER).full(60 * MB)).hasMessageStartingWith("t.csv: takes more than 60 MB");
    }

    @Test
    void asksForStreamingWhereItMay() {
        room(Streaming.AUTO).require(49 * MB);
        assertThatExceptionOfType(Room.Exceeded.class)
                .isThrownBy(() -> room(Streaming.AUTO).require(51 * MB));
        assertThat(room(Streaming.ALWAYS).streams(1)).isTrue();
    }

    @Test
    void aStoreKeepsToIt() {
        BlockStore store = new BlockStore(1000, 1000, room(Streaming.NEVER));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> {
                    for (int i = 0; i < 100_000; i++) {
                        store.addRow();
                    }
                })
                .withMessageContaining("of memory");
        assertThat((long) store.rows() * 8000).isBetween(80 * MB, 90 * MB);
    }
}
