package org.layerwise.dataio.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerwise.core.Splittable;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.ReadProgress;
import org.layerwise.dataio.Streaming;

class TableStorageTest {
    @TempDir
    Path folder;

    private InputFile file;
    private final TwoRows rows = new TwoRows();

    @BeforeEach
    void write() throws IOException {
        Path path = Files.writeString(folder.resolve("points.csv"), "x,y\n1,10\n2,20\n");
        file = new InputFile(path, "points.csv", "file");
    }

    /** x is 1 and 2, y is 10 and 20. */
    private static final class TwoRows implements TableStorage.Source {
        private final List<RowStore> stores = new ArrayList<>();
        private long estimate = 32;
        private boolean outgrowsMemory;
        private boolean readsTwice;

        @Override
        public long estimatedBytes() {
            return estimate;
        }

        @Override
        public TableStorage.Filled fill(RowStore.Maker maker) throws IOException {
            if (readsTwice) {
                stores.add(maker.make(1, 2));
            }
            RowStore store = maker.make(1, 2);
            stores.add(store);
            if (outgrowsMemory && store instanceof BlockStore) {
                throw new Room.Exceeded();
            }
            for (int i = 1; i <= 2; i++) {
                int row = store.addRow();
                store.set(row, 0, i);
                store.set(row, 1, 10 * i);
            }
            List<Column> columns = List.of(Column.numeric("x"), Column.numeric("y"));
            return new TableStorage.Filled(columns, store.finish(columns));
        }
    }

    private Dataset read(Streaming streaming) throws IOException {
        ReadContext context = new ReadContext(folder, new Splittable(), streaming, ReadProgress.none());
        return new TableStorage(file, context, "key").read(rows);
    }

    private static void assertIsWhole(Dataset dataset) {
        assertThat(dataset.columns()).extracting(Column::name).containsExactly("x");
        assertThat(dataset.targets()).extracting(Column::name).containsExactly("y");
        assertThat(dataset.featureMatrix().getColumn(0)).containsExactly(1, 2);
        assertThat(dataset.target(1, 0)).isEqualTo(20);
    }

    @Test
    void aSmallTableGoesIntoMemory() throws IOException {
        Dataset dataset = read(Streaming.AUTO);
        assertIsWhole(dataset);
        assertThat(dataset.isStreamed()).isFalse();
        assertThat(rows.stores).hasOnlyElementsOfType(BlockStore.class).hasSize(1);
    }

    @Test
    void whatIsToBeStreamedIsConvertedOnce() throws IOException {
        read(Streaming.ALWAYS);
        Dataset again = read(Streaming.ALWAYS);
        assertIsWhole(again);
        assertThat(again.isStreamed()).isTrue();
        assertThat(rows.stores).hasOnlyElementsOfType(RowFileWriter.class).hasSize(1);
    }

    @Test
    void whatIsEstimatedAtMoreThanThereIsRoomForIsStreamed() throws IOException {
        rows.estimate = Runtime.getRuntime().maxMemory();
        assertThat(read(Streaming.AUTO).isStreamed()).isTrue();
        assertThatThrownBy(() -> read(Streaming.NEVER))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("points.csv: takes about ");
    }

    @Test
    void whatOutgrowsMemoryAgainstItsEstimateIsStreamedFromTheBeginning() throws IOException {
        rows.outgrowsMemory = true;
        Dataset dataset = read(Streaming.AUTO);
        assertIsWhole(dataset);
        assertThat(dataset.isStreamed()).isTrue();
    }

    @Test
    void theLastOfTwoAttemptsIsKept() throws IOException {
        rows.readsTwice = true;
        assertIsWhole(read(Streaming.ALWAYS));
        assertThat(rows.stores).hasSize(2);
        assertIsWhole(read(Streaming.NEVER));
    }
}
