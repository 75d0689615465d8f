package org.layerwise.dataio.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.layerwise.dataio.DataException;
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

    /** The file lies where nobody can make another, not even root. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void whereNothingCanBeWrittenTheUsersCacheTakesTheRows() throws IOException {
        file = Path.of("/proc/version");
        String home = System.getProperty("user.home");
        System.setProperty("user.home", folder.toString());
        try {
            Path rows = converted("a");
            assertThat(rows).startsWith(folder.resolve(".cache/layerwise")).exists();
            assertThat(converted("a")).isEqualTo(rows);
            assertThat(conversions).isEqualTo(1);
        } finally {
            System.setProperty("user.home", home);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whereTheCacheCannotBeMadeEitherItIsSaid() throws IOException {
        file = Path.of("/proc/version");
        String home = System.getProperty("user.home");
        System.setProperty("user.home", Files.createFile(folder.resolve("home")).toString());
        try {
            assertThatThrownBy(() -> converted("a"))
                    .isInstanceOf(DataException.class)
                    .hasMessageStartingWith("big.csv: is to be streamed, but its rows can't be kept in " + folder
                            + "/home/.cache/layerwise/")
                    .hasMessageContaining(
                            " and its folder can't be written; -Dlayerwise.cache=DIR names another folder");
        } finally {
            System.setProperty("user.home", home);
        }
    }

    @Test
    void rowsThatLieBesideAFileAreFoundThoughNothingMayBeWrittenThere() throws IOException {
        Path rows = converted("a");
        Set<PosixFilePermission> before = Files.getPosixFilePermissions(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assertThat(converted("a")).isEqualTo(rows);
        } finally {
            Files.setPosixFilePermissions(folder, before);
        }
    }

    @Test
    void whatCannotBeReadIsNotBlamedOnTheDisk() throws IOException {
        RowCache cache = cache("a");
        assertThatThrownBy(() -> cache.rows(unfinished -> {
                    throw new IOException("unexpected end of ZLIB input stream");
                }))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("big.csv: can't be converted to " + folder)
                .hasMessageEndingWith(".rows (unexpected end of ZLIB input stream)");
    }

    @Test
    void aFullDiskIsSaid() throws IOException {
        RowCache cache = cache("a");
        assertThatThrownBy(() -> cache.rows(unfinished -> {
                    throw new IOException("No space left on device");
                }))
                .hasMessageEndingWith(
                        "(No space left on device); the disk is full, -Dlayerwise.cache=DIR names another folder");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }
}
