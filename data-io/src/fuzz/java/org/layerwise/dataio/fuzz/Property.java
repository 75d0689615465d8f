package org.layerwise.dataio.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.samples.Sample;

/** What must hold whatever a file contains: it is read and makes sense, or is refused in a few words, at small cost. */
public final class Property {
    /** What reading may allocate beside what the file's length and the data account for. */
    private static final long CONSTANT = 8L << 20;

    /** The JDK's decoder leaves almost a kilobyte behind for each line of a picture, of which there may be 65,535. */
    private static final long JPEG_CONSTANT = 64L << 20;

    private static final long SECOND = 1_000_000_000L;
    private static final long MOST_SECONDS = 30;
    private static final int LONGEST_MESSAGE = 2000;
    private static final Map<Sample, Path> FOLDERS = new ConcurrentHashMap<>();
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Property() {}

    /** The sound files, to begin with. */
    public static Stream<Arguments> seeds(List<Sample> samples) {
        return samples.stream().map(sample -> Arguments.of((Object) sample.bytes()));
    }

    /** Reads this content as the sample's reader does. */
    public static void holds(Sample sample, byte[] content) {
        Path folder = FOLDERS.computeIfAbsent(sample, Property::folder);
        Watch.begin(content);
        try {
            sample.write(folder, content);
            Cost cost = cost(sample, folder);
            if (cost.isTooHigh(content)) {
                cost = cost(sample, folder); // without what classes take when they are loaded
            }
            if (cost.isTooHigh(content)) {
                throw new AssertionError(cost + " for a file of " + content.length + " bytes");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Watch.end();
        }
    }

    /** What reading took, in bytes and nanoseconds, and the bytes of the data that it gave. */
    private record Cost(long allocated, long nanos, long data) {
        boolean isTooHigh(byte[] file) {
            boolean jpeg = file.length > 1 && file[0] == (byte) 0xff && file[1] == (byte) 0xd8;
            long constant = jpeg ? JPEG_CONSTANT : CONSTANT;
            return allocated > constant + 2 * (file.length + data) || nanos > MOST_SECONDS * SECOND;
        }
    }

    private static Cost cost(Sample sample, Path folder) throws IOException {
        long allocated = THREAD.getCurrentThreadAllocatedBytes();
        long time = THREAD.getCurrentThreadCpuTime();
        long data = 0;
        try {
            data = checked(sample.readFrom(folder));
        } catch (DataException e) {
            checkMessage(e);
        }
        return new Cost(
                THREAD.getCurrentThreadAllocatedBytes() - allocated, THREAD.getCurrentThreadCpuTime() - time, data);
    }

    private static Path folder(Sample sample) {
        try {
            Path folder = Files.createTempDirectory("fuzz");
            sample.writeCompanions(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks at every value; how many bytes they take. */
    private static long checked(Dataset data) {
        if (data.examples() < 1 || data.features() < 1) {
            throw new AssertionError("nothing was read: " + data.examples() + "x" + data.features());
        }
        for (int i = 0; i < data.examples(); i++) {
            for (int c = 0; c < data.features(); c++) {
                if (Double.isInfinite(data.feature(i, c))) {
                    throw new AssertionError("example " + i + ", feature " + c + " is infinite");
                }
            }
            for (int t = 0; t < data.targets().size(); t++) {
                data.target(i, t);
            }
        }
        data.notReady();
        return 8L * data.examples() * (data.features() + data.targets().size());
    }

    private static void checkMessage(DataException e) {
        String message = String.valueOf(e.getMessage());
        if (message.isBlank() || message.length() > LONGEST_MESSAGE || message.contains("\n")) {
            throw new AssertionError("no message for a person: " + message, e);
        }
    }
}
