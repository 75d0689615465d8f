package org.layerwise.dataio.readers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.samples.Sample;

/**
 * Every reader against every kind of damage: what is read is what was written, or the file is refused in one line that
 * names it.
 */
class DamagedFilesTest {
    /** Files whose bytes nothing vouches for: a changed one may be read as another value, which no reader can know. */
    private static final Map<String, String> WITHOUT_CHECK_SUM = Map.ofEntries(
            Map.entry("table.csv", "a text"),
            Map.entry("images.idx", "IDX has no check sum"),
            Map.entry("doubles.idx", "IDX has no check sum"),
            Map.entry("doubles.npy", "NPY has no check sum"),
            Map.entry("contiguous.h5", "HDF5 sums chunks only, and only if asked to"),
            Map.entry("chunked.h5", "HDF5 sums chunks only if asked to"),
            Map.entry("summed.h5", "HDF5 before version 1.10 does not sum what describes the data"),
            Map.entry("latest.h5", "HDF5 sums chunks only if asked to"),
            Map.entry("plain.mat", "MATLAB sums compressed variables only"),
            Map.entry("v73.mat", "HDF5 sums chunks only if asked to"),
            Map.entry("compressed.mat", "MATLAB does not sum its first 128 bytes and the tags"),
            Map.entry("baseline.jpg", "JPEG has no check sum"),
            Map.entry("progressive.jpg", "JPEG has no check sum"),
            Map.entry("colours.bmp", "BMP has no check sum"),
            Map.entry("palette.gif", "GIF has no check sum"));

    private static final int LONGEST_MESSAGE = 1000;

    @TempDir
    Path folder;

    static List<Sample> samples() {
        return Sample.all();
    }

    /** What a reader makes of a content: a data set, or its refusal; anything else that is thrown fails the test. */
    private Optional<Dataset> read(Sample sample, byte[] content, String damage) throws IOException {
        sample.write(folder, content);
        try {
            return Optional.of(sample.readFrom(folder));
        } catch (DataException e) {
            assertThat(e.getMessage())
                    .as("%s %s", sample, damage)
                    .isNotBlank()
                    .hasSizeLessThan(LONGEST_MESSAGE)
                    .contains(Path.of(sample.place()).getFileName().toString())
                    .doesNotContain("\n", "null", "Exception", "java.");
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(sample + " " + damage + ": " + e, e);
        }
    }

    private void requireRefused(Sample sample, byte[] content, String damage) throws IOException {
        read(sample, content, damage).ifPresent(data -> {
            throw new AssertionError(sample + " " + damage + " is read: " + data.examples() + "x" + data.features());
        });
    }

    private void requireSameOrRefused(Sample sample, byte[] content, String damage, List<String> wrong)
            throws IOException {
        if (read(sample, content, damage)
                .filter(data -> !values(data).equals(sound(sample)))
                .isPresent()) {
            wrong.add(damage);
        }
    }

    private final Map<Sample, List<Object>> sound = new LinkedHashMap<>();

    private List<Object> sound(Sample sample) {
        return Objects.requireNonNull(sound.get(sample));
    }

    private void readSound(Sample sample) throws IOException {
        sample.writeCompanions(folder);
        sound.put(sample, values(read(sample, sample.bytes(), "as it is").orElseThrow()));
    }

    private static List<Object> values(Dataset data) {
        List<Object> values = new ArrayList<>(List.of(data.examples(), data.columns(), data.targets(), data.shape()));
        double[] row = new double[data.features()];
        for (int i = 0; i < data.examples(); i++) {
            data.copyFeatures(i, row);
            Arrays.stream(row).forEach(values::add);
            for (int t = 0; t < data.targets().size(); t++) {
                values.add(data.target(i, t));
            }
        }
        return values;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aFileThatIsCutShortIsRefused(Sample sample) throws IOException {
        readSound(sample);
        byte[] whole = sample.bytes();
        TreeSet<Integer> lengths = new TreeSet<>();
        IntStream.range(0, Math.min(160, whole.length)).forEach(lengths::add);
        IntStream.range(0, 20).forEach(i -> lengths.add(whole.length * i / 20));
        IntStream.rangeClosed(1, Math.min(16, whole.length)).forEach(i -> lengths.add(whole.length - i));
        List<String> wrong = new ArrayList<>();
        for (int length : lengths) {
            requireSameOrRefused(sample, Arrays.copyOf(whole, length), "cut to " + length + " bytes", wrong);
        }
        if (!sample.reader().equals("csv")) { // a table that is cut after a row, or in its last field, is a table
            assertThat(wrong).as("%s is read, and differs", sample).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aChangedByteIsNoticedWhereTheFormatCanTell(Sample sample) throws IOException {
        readSound(sample);
        byte[] whole = sample.bytes();
        Random random = new Random(1);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            int at = i < 128 ? i % whole.length : random.nextInt(whole.length);
            byte[] changed = whole.clone();
            changed[at] ^= (byte) (i % 3 == 0 ? 0xff : 1 << random.nextInt(8));
            requireSameOrRefused(
                    sample, changed, "byte " + at + " is " + changed[at] + " instead of " + whole[at], wrong);
        }
        if (!WITHOUT_CHECK_SUM.containsKey(sample.resource())) {
            assertThat(wrong).as("%s is read, and differs", sample).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void manyChangedBytesAreSurvived(Sample sample) throws IOException {
        readSound(sample);
        byte[] whole = sample.bytes();
        Random random = new Random(2);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            byte[] changed = whole.clone();
            int from = random.nextInt(whole.length);
            int to = Math.min(whole.length, from + 1 + random.nextInt(24));
            for (int at = from; at < to; at++) {
                changed[at] = (byte) (i % 2 == 0 ? random.nextInt(256) : i % 4 == 1 ? 0xff : 0x7f);
            }
            requireSameOrRefused(sample, changed, "bytes " + from + " to " + to + " changed", wrong);
        }
        if (!WITHOUT_CHECK_SUM.containsKey(sample.resource())) {
            assertThat(wrong).as("%s is read, and differs", sample).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void bytesAfterTheEndAreRefused(Sample sample) throws IOException {
        readSound(sample);
        byte[] whole = sample.bytes();
        for (byte[] more : new byte[][] {{0}, "more".getBytes(StandardCharsets.UTF_8), new byte[512], whole}) {
            byte[] longer = Arrays.copyOf(whole, whole.length + more.length);
            System.arraycopy(more, 0, longer, whole.length, more.length);
            String damage = "with " + more.length + " bytes more";
            if (sample.reader().equals("image_folder")) { // cameras put what they like there
                List<String> wrong = new ArrayList<>();
                requireSameOrRefused(sample, longer, damage, wrong);
                assertThat(wrong).isEmpty();
            } else if (!isSound(sample, more)) {
                requireRefused(sample, longer, damage);
            }
        }
    }

    /** Gzip members may follow each other, and rows may. */
    private static boolean isSound(Sample sample, byte[] more) {
        return sample.reader().equals("csv") && more.length > 4 && more[0] != 0;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theFileOfAnotherFormatIsRefused(Sample sample) throws IOException {
        readSound(sample);
        for (Sample other : Sample.all()) {
            boolean sameBytes = (isHdf5(sample) || sample.reader().equals("mat")) && isHdf5(other);
            if (!other.reader().equals(sample.reader()) && !sameBytes) {
                requireRefused(sample, other.bytes(), "given " + other);
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
    void whatIsNoFileOfAnyFormatIsRefused(Sample sample) throws IOException {
        readSound(sample);
        byte[] noise = new byte[4096];
        new Random(3).nextBytes(noise);
        byte[] ones = new byte[1024];
        Arrays.fill(ones, (byte) 0xff);
        requireRefused(sample, new byte[0], "empty");
        requireRefused(sample, new byte[] {'\n'}, "of a line feed");
        requireRefused(sample, new byte[1024], "of zeros");
        requireRefused(sample, ones, "of ones");
        requireRefused(sample, noise, "of noise");
        requireRefused(sample, "hello\n".getBytes(StandardCharsets.UTF_8), "of text");
    }
}
