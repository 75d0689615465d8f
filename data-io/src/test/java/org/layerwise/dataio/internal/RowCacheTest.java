package org.layerwise.dataio.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerwise.dataio.ReadProgress;

class RowCacheTest {
    /** Longer than what is read of a file at a time. */
    private static final int LENGTH = (1 << 21) + 17;

    @TempDir
    Path folder;

    private Path file;
    private int conversions;

    @BeforeEach
    void write() throws IOException {
        file = Files.write(folder.resolve("big.csv"), new byte[LENGTH]);
    }

    private RowCache cache(String request) throws IOException {
        return RowCache.of(new InputFile(file, "big.csv", "file"), request, ReadProgress.none());
    }

    private Path converted(String request) throws IOException {
        RowCache cache = cache(request);
        cache.rows(unfinished -> {
            conversions++;
            try (RowFileWriter writer = new RowFileWriter(unfinished, 1, 1)) {
                writer.set(writer.addRow(), 0, 7);
                writer.finish(List.of());
            }
        });
        return cache.place();
    }

    private void change(int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void everyByteOfTheFileCounts() throws IOException {
        Path first = converted("a");
        for (int at : new int[] {0, 1 << 20, LENGTH - 1}) {
            change(at);
            assertThat(converted("a")).isNotEqualTo(first);
            assertThat(first).doesNotExist();
            change(at);
        }
        assertThat(converted("a")).isEqualTo(first);
        assertThat(conversions).isEqualTo(5);
    }

    @Test
    void theSameFileAndRequestAreConvertedOnce() throws IOException {
        assertThat(converted("a")).isEqualTo(converted("a"));
        assertThat(conversions).isEqualTo(1);
    }

    @Test
    void whatIsAskedOfAFileIsKeptBesideWhatElseWasAsked() throws IOException {
        Path a = converted("a");
        Path b = converted("b");
        assertThat(a).exists().isNotEqualTo(b);
        assertThat(b).exists();
    }

    /** Another process holds its lock; one of this process is known by its number. */
    @Test
    void unfinishedRowsStayAsLongAsSomebodyWritesThem() throws IOException, InterruptedException {
        String key = ".0123456789abcdef-01234567.rows.";
        Path own = Files.writeString(
                folder.resolve("big.csv" + key + ProcessHandle.current().pid() + "-99.part"), "half");
        Path other = Files.writeString(folder.resolve("big.csv" + key + "999999-1.part"), "half");
        Process holder = holder(other);
        try {
            assertThat(holder.getInputStream().read()).isEqualTo('l');
            converted("a");
            assertThat(own).exists();
            assertThat(other).exists();
        } finally {
            holder.destroyForcibly().waitFor();
        }
        change(0);
        converted("a");
        assertThat(own).exists();
        assertThat(other).doesNotExist();
    }

    private static Process holder(Path locked) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        locked.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void aFolderOfTheUsersChoiceTakesTheRows() throws IOException {
        Path chosen = folder.resolve("cache");
        System.setProperty("layerwise.cache", chosen.toString());
        try {
            Path rows = converted("a");
            assertThat(rows).startsWith(chosen).exists();
            assertThat(converted("a")).isEqualTo(rows);
            assertThat(conversions).isEqualTo(1);
        } finally {
            System.clearProperty("layerwise.cache");
        }
    }
}
