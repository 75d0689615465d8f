package org.layerwise.dataio.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Readers against every kind of damage: what is read is what was written, or the file is refused in one line that names it.
 *
 * <p>A test of a module's readers implements it and has a static method {@code samples}.
 */
public interface DamageContract {
    /** Readers of text: a text that is cut after a row, or in its last field, is a text. */
    Set<String> TEXTS = Set.of("csv", "json_lines");

    /** Files whose bytes nothing vouches for, and why: a changed one may be read as another value, as nobody can know. */
    Map<String, String> withoutCheckSum();

    @ParameterizedTest
    @MethodSource("samples")
    default void aFileThatIsCutShortIsRefused(Sample sample, @TempDir Path folder) throws IOException {
        DamagedFile file = new DamagedFile(sample, folder);
        byte[] whole = sample.bytes();
        TreeSet<Integer> lengths = new TreeSet<>();
        IntStream.range(0, Math.min(160, whole.length)).forEach(lengths::add);
        IntStream.range(0, 20).forEach(i -> lengths.add(whole.length * i / 20));
        IntStream.rangeClosed(1, Math.min(16, whole.length)).forEach(i -> lengths.add(whole.length - i));
        for (int length : lengths) {
            file.compare(Arrays.copyOf(whole, length), "cut to " + length + " bytes");
        }
        file.requireNoneWrong(!TEXTS.contains(sample.reader()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    default void aChangedByteIsNoticedWhereTheFormatCanTell(Sample sample, @TempDir Path folder) throws IOException {
        DamagedFile file = new DamagedFile(sample, folder);
        byte[] whole = sample.bytes();
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            int at = i < 128 ? i % whole.length : random.nextInt(whole.length);
            byte[] changed = whole.clone();
            changed[at] ^= (byte) (i % 3 == 0 ? 0xff : 1 << random.nextInt(8));
            file.compare(changed, "byte " + at + " is " + changed[at] + " instead of " + whole[at]);
        }
        file.requireNoneWrong(!withoutCheckSum().containsKey(sample.resource()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    default void manyChangedBytesAreSurvived(Sample sample, @TempDir Path folder) throws IOException {
        DamagedFile file = new DamagedFile(sample, folder);
        byte[] whole = sample.bytes();
        Random random = new Random(2);
        for (int i = 0; i < 60; i++) {
            byte[] changed = whole.clone();
            int from = random.nextInt(whole.length);
            int to = Math.min(whole.length, from + 1 + random.nextInt(24));
            for (int at = from; at < to; at++) {
                changed[at] = (byte) (i % 2 == 0 ? random.nextInt(256) : i % 4 == 1 ? 0xff : 0x7f);
            }
            file.compare(changed, "bytes " + from + " to " + to + " changed");
        }
        file.requireNoneWrong(!withoutCheckSum().containsKey(sample.resource()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    default void bytesAfterTheEndAreRefused(Sample sample, @TempDir Path folder) throws IOException {
        DamagedFile file = new DamagedFile(sample, folder);
        byte[] whole = sample.bytes();
        for (byte[] more : new byte[][] {{0}, "more".getBytes(StandardCharsets.UTF_8), new byte[512], whole}) {
            byte[] longer = Arrays.copyOf(whole, whole.length + more.length);
            System.arraycopy(more, 0, longer, whole.length, more.length);
            String damage = "with " + more.length + " bytes more";
            if (more != whole || !mayStandTwice(sample)) {
                file.requireRefused(longer, damage);
            }
        }
    }

    /** Rows may follow rows; a Parquet file is read from its end, which says where its parts lie. */
    private static boolean mayStandTwice(Sample sample) {
        return TEXTS.contains(sample.reader()) || sample.reader().equals("parquet");
    }

    @ParameterizedTest
    @MethodSource("samples")
    default void theFileOfAnotherFormatIsRefused(Sample sample, @TempDir Path folder) throws IOException {
        DamagedFile file = new DamagedFile(sample, folder);
        for (Sample other : Sample.all()) {
            boolean sameBytes = (isHdf5(sample) || sample.reader().equals("mat")) && isHdf5(other);
            if (!other.reader().equals(sample.reader()) && !sameBytes) {
                file.requireRefused(other.bytes(), "given " + other);
            }
        }
    }

    /** MATLAB's version 7.3 is HDF5; either reader reads it. */
    private static boolean isHdf5(Sample sample) {
        return sample.reader().equals("hdf5")
                || (sample.reader().equals("mat") && sample.resource().equals("v73.mat"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    default void whatIsNoFileOfAnyFormatIsRefused(Sample sample, @TempDir Path folder) throws IOException {
        DamagedFile file = new DamagedFile(sample, folder);
        byte[] noise = new byte[4096];
        new Random(3).nextBytes(noise);
        byte[] ones = new byte[1024];
        Arrays.fill(ones, (byte) 0xff);
        file.requireRefused(new byte[0], "empty");
        file.requireRefused(new byte[] {'\n'}, "of a line feed");
        file.requireRefused(new byte[1024], "of zeros");
        file.requireRefused(ones, "of ones");
        file.requireRefused(noise, "of noise");
        file.requireRefused("hello\n".getBytes(StandardCharsets.UTF_8), "of text");
    }
}
