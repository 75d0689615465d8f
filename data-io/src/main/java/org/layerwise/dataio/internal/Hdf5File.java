package org.layerwise.dataio.internal;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Link;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.exceptions.HdfFilterException;
import io.jhdf.exceptions.UnsupportedHdfException;
import io.jhdf.links.ExternalLink;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.storage.HdfBackingStorage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.ReadContext;

/**
 * An HDF5 file that is open.
 *
 * <p>The library reads a file that was cut short without a word and repeats earlier data; so the end that the file declares
 * is checked first, and each data set's size before memory is taken for it.
 */
public final class Hdf5File implements AutoCloseable {
    /** A chunked data set of one value compresses so much, not more. */
    private static final long GREATEST_COMPRESSION = 1100;
    /** That are listed. */
    private static final int MOST_NAMES = 1000;

    private final InputFile file;
    private final HdfFile hdf;

    private Hdf5File(InputFile file, HdfFile hdf) {
        this.file = file;
        this.hdf = hdf;
    }

    /** @throws DataException if the file is none of HDF5 or is cut short */
    public static Hdf5File open(InputFile file) throws IOException {
        try {
            HdfFile hdf = opened(file);
            try {
                checkEnd(file, hdf);
            } catch (RuntimeException | IOException e) {
                hdf.close();
                throw e;
            }
            return new Hdf5File(file, hdf);
        } catch (DataException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | InternalError e) {
            throw file.wrong("is no HDF5 file, or a damaged one", e);
        }
    }

    /** Mapped where that can be: the library then takes no memory for what the file declares but has not. */
    private static HdfFile opened(InputFile file) throws IOException {
        if (file.size() > Integer.MAX_VALUE) {
            return new HdfFile(file.path());
        }
        try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            return HdfFile.fromByteBuffer(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        }
    }

    /** What is sound, but of no use to a network. */
    private static final class Useless extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Useless(String message) {
            super(message);
        }
    }

    private static void checkEnd(InputFile file, HdfFile hdf) throws IOException {
        HdfBackingStorage storage = hdf.getHdfBackingStorage();
        long end = storage.getSuperblock().getEndOfFileAddress();
        long size = file.size();
        if (end > size) {
            throw file.wrong("is cut short: it declares " + end + " bytes but has " + size);
        }
        if (end != size) {
            throw file.wrong("has " + (size - end) + " trailing bytes after offset " + end + ", where it should end");
        }
    }

    /**
     * A variable by its name, or by its path with slashes: in memory or, where the context says so, left in its file.
     *
     * @param option the reader's option that asks for it
     * @throws DataException if there is none, or it does not hold numbers or text
     */
    public Tensor read(String name, String option, ReadContext context) {
        try {
            Node node = find(name, option);
            if (node instanceof Dataset dataset) {
                return tensor(name, dataset, context);
            }
            throw DataException.ofOption(option, "'" + name + "' in " + file.name() + " is a group, not a data set");
        } catch (DataException e) {
            throw e;
        } catch (Useless e) {
            throw DataException.ofOption(option, file.name() + ": " + e.getMessage());
        } catch (UnsupportedHdfException | HdfFilterException e) {
            throw DataException.ofOption(
                    option, file.name() + ": data set '" + name + "' uses what is not supported" + InputFile.reason(e));
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError | InternalError e) {
            throw file.wrong(
                    "data set '" + name + "' can't be read; the file is damaged or uses what is not supported", e);
        }
    }

    private Node find(String path, String option) {
        Node node = hdf;
        for (String name : path.replaceAll("^/+", "").split("/+")) {
            Node child = node instanceof Group group ? group.getChild(name) : null;
            if (child == null) {
                throw file.unknown(option, "data set", path, names());
            }
            node = target(child);
        }
        return node;
    }

    private Node target(Node node) {
        if (node instanceof ExternalLink) {
            throw file.wrong("'" + node.getPath() + "' is a link to another file; only this one is read");
        }
        if (node instanceof Link link) {
            if (link.isBrokenLink()) {
                throw file.wrong("'" + node.getPath() + "' is a link to nothing");
            }
            return target(link.getTarget());
        }
        return node;
    }

    /** Something that the library does; whatever it throws is an error of the file. */
    <T> T within(String what, Function<HdfFile, T> use) {
        try {
            return use.apply(hdf);
        } catch (DataException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | InternalError e) {
            throw file.wrong(what + " can't be read; the file is damaged or uses what is not supported", e);
        }
    }

    /** The data sets by path. */
    public List<String> names() {
        try {
            List<String> names = new ArrayList<>();
            addNames(hdf, "", names, new HashSet<>());
            return names;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | InternalError e) {
            throw file.wrong("the groups can't be read; the file is damaged or uses what is not supported", e);
        }
    }

    /** Each group is visited once: they may enclose each other. */
    private static void addNames(Group group, String prefix, List<String> names, Set<Long> visited) {
        if (!visited.add(group.getAddress()) || visited.size() > MOST_NAMES) {
            return;
        }
        for (Node node : group) {
            if (names.size() >= MOST_NAMES) {
                return;
            }
            if (node instanceof Group inner) {
                addNames(inner, prefix + node.getName() + "/", names, visited);
            } else {
                names.add(prefix + node.getName());
            }
        }
    }

    /** The values of a data set: in memory or, where the context says so, left in the file. */
    Tensor tensor(String name, Dataset dataset, ReadContext context) throws IOException {
        checkSize(name, dataset);
        Optional<Tensor> left = new Hdf5Slices(file, name, dataset, context, hdf.getUserBlockSize()).tensor();
        return left.isPresent() ? left.get() : tensor(name, dataset);
    }

    /** The values of a data set, in memory. */
    Tensor tensor(String name, Dataset dataset) throws DataException {
        checkSize(name, dataset);
        List<Integer> axes = Arrays.stream(dataset.getDimensions()).boxed().toList();
        if (dataset.getSize() > Integer.MAX_VALUE - 8) {
            throw file.wrong("data set '" + name + "' has " + dataset.getSize()
                    + " values; that is too many for memory; streaming: true leaves numbers in the file");
        }
        if (dataset instanceof ContiguousDataset contiguous && isBytes(dataset) && dataset.getSize() > 0) {
            ByteBuffer buffer = contiguous.getBuffer();
            byte[] bytes = new byte[Math.toIntExact(dataset.getSize())];
            buffer.get(bytes);
            return Tensor.ofBytes(name, axes, bytes);
        }
        return values(name, axes, dataset);
    }

    private void checkSize(String name, Dataset dataset) {
        if (dataset.isEmpty() || dataset.getSize() == 0) {
            throw new Useless("data set '" + name + "' "
                    + (dataset.getSize() == 0 ? "is empty" : "has never been written to; nothing is stored of it"));
        }
        long bytes = dataset.getSizeInBytes();
        long most = dataset instanceof ContiguousDataset
                ? hdf.size()
                : Math.max(1 << 20, GREATEST_COMPRESSION * hdf.size());
        if (dataset.getSize() < 0 || bytes < 0 || bytes > most) {
            throw file.wrong("data set '" + name + "' declares " + dataset.getSize() + " values of "
                    + dataset.getDataType().getSize() + " bytes; the file has " + hdf.size() + " bytes");
        }
    }

    private static boolean isBytes(Dataset dataset) {
        return dataset.getDataType() instanceof FixedPoint type && type.getSize() == 1 && !type.isSigned();
    }

    private Tensor values(String name, List<Integer> axes, Dataset dataset) {
        Object data = dataset.isScalar() ? dataset.getData() : flat(dataset);
        Optional<Tensor> values = isTruth(dataset) && data instanceof String[] names
                ? Optional.of(Hdf5Values.truth(name, axes, names))
                : Hdf5Values.tensor(name, axes, data);
        return values.orElseThrow(() -> new Useless("data set '" + name + "' holds neither numbers nor texts"));
    }

    /** All values; the library reads chunks by a parallel stream. */
    static Object flat(Dataset dataset) {
        return Finished.work(dataset::getDataFlat);
    }

    /** Python writes logical values as an enumeration. */
    private static boolean isTruth(Dataset dataset) {
        return dataset.getDataType() instanceof EnumDataType type
                && type.getEnumMapping().equals(Map.of(0, "FALSE", 1, "TRUE"));
    }

    @Override
    public void close() {
        hdf.close();
    }
}
