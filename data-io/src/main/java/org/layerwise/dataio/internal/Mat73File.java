package org.layerwise.dataio.internal;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Node;
import io.jhdf.object.datatype.CompoundDataType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.ReadContext;

/**
 * A MATLAB file of version 7.3, which is HDF5: each variable is a data set whose attribute {@code MATLAB_class} says what it
 * is. MATLAB's first axis is contiguous and HDF5's last one, so the axes stand there in reverse order.
 */
final class Mat73File implements MatVariables {
    private static final String REFERENCED = "#refs#";
    private static final String SUBSYSTEM = "#subsystem#";
    private static final int MOST_CELLS = 10_000_000;

    private final InputFile file;
    private final Hdf5File content;
    private final ReadContext context;

    private Mat73File(InputFile file, Hdf5File content, ReadContext context) {
        this.context = context;
        this.file = file;
        this.content = content;
    }

    static Mat73File open(InputFile file, ReadContext context) throws IOException {
        return new Mat73File(file, Hdf5File.open(file), context);
    }

    @Override
    public List<String> names() {
        return content.within(
                "the variables",
                hdf -> hdf.getChildren().keySet().stream()
                        .filter(name -> !name.equals(REFERENCED) && !name.equals(SUBSYSTEM))
                        .toList());
    }

    @Override
    public Tensor read(String name, String option) {
        return content.within("variable '" + name + "'", hdf -> {
            Node node = Optional.ofNullable(hdf.getChildren().get(name))
                    .orElseThrow(() -> file.unknown(option, "variable", name, names()));
            return tensor(name, node, hdf, option);
        });
    }

    private Tensor tensor(String name, Node node, HdfFile hdf, String option) {
        String type = attribute(node, "MATLAB_class").orElse("double");
        if (!(node instanceof Dataset dataset)) {
            boolean sparse = node.getAttributes().containsKey("MATLAB_sparse");
            throw refused(name, sparse ? "a sparse matrix" : type.equals("double") ? "a group" : "a " + type, option);
        }
        if (node.getAttributes().containsKey("MATLAB_empty")) {
            throw refused(name, "empty", option);
        }
        return switch (type) {
            case "char" -> characters(name, dataset);
            case "cell" -> cells(name, dataset, hdf, option);
            case "double",
                    "single",
                    "logical",
                    "int8",
                    "uint8",
                    "int16",
                    "uint16",
                    "int32",
                    "uint32",
                    "int64",
                    "uint64" -> {
                if (dataset.getDataType() instanceof CompoundDataType) {
                    throw refused(name, "complex", option);
                }
                yield turned(numbers(name, dataset));
            }
            default -> throw refused(name, "of the class " + type, option);
        };
    }

    private Tensor numbers(String name, Dataset dataset) {
        try {
            return content.tensor(name, dataset, context);
        } catch (IOException e) {
            throw file.wrong("variable '" + name + "' can't be read", e);
        }
    }

    private static Optional<String> attribute(Node node, String name) {
        Map<String, Attribute> attributes = node.getAttributes();
        return Optional.ofNullable(attributes.get(name)).map(attribute -> String.valueOf(attribute.getData()));
    }

    private DataException refused(String name, String what, String option) {
        return DataException.ofOption(
                option, "variable '" + name + "' of " + file.name() + " is " + what + "; real numbers are needed");
    }

    private static Tensor turned(Tensor tensor) {
        List<Integer> axes = new ArrayList<>(tensor.axes());
        Collections.reverse(axes);
        return tensor.withAxes(axes).fromColumnMajor();
    }

    /** A matrix of characters has a text in each row. */
    private Tensor characters(String name, Dataset dataset) {
        Tensor codes = turned(content.tensor(name, dataset));
        int rows = codes.first();
        int length = rows == 0 ? 0 : Math.toIntExact(codes.size() / rows);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = 0; j < length; j++) {
                text.append((char) codes.number(i * length + j));
            }
            texts.add(text.toString().strip());
        }
        return Tensor.ofTexts(name, List.of(texts.size()), texts);
    }

    /** Each cell holds the address of what is in it. */
    private Tensor cells(String name, Dataset dataset, HdfFile hdf, String option) {
        if (dataset.getSize() > MOST_CELLS) {
            throw refused(name, "a cell array of " + dataset.getSize() + " cells", option);
        }
        if (!(Hdf5File.flat(dataset) instanceof long[] addresses)) {
            throw refused(name, "a cell array without references", option);
        }
        List<String> texts = new ArrayList<>();
        for (long address : LongStream.of(addresses).toArray()) {
            Node node = hdf.getNodeByAddress(address);
            if (!(node instanceof Dataset cell)
                    || !attribute(node, "MATLAB_class").equals(Optional.of("char"))) {
                throw refused(name, "a cell array that holds something else than texts", option);
            }
            List<String> lines = node.getAttributes().containsKey("MATLAB_empty")
                    ? List.of("")
                    : characters(name, cell).texts();
            texts.add(String.join(" ", lines));
        }
        List<Integer> axes = Arrays.stream(dataset.getDimensions()).boxed().toList();
        return turned(Tensor.ofTexts(name, axes, texts));
    }

    @Override
    public void close() {
        content.close();
    }
}
