package org.layerwise.dataio.readers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.internal.ArrayAssembly;
import org.layerwise.dataio.internal.IdxFile;
import org.layerwise.dataio.internal.InputFile;
import org.layerwise.dataio.internal.Mistakes;
import org.layerwise.dataio.internal.Tensor;

/**
 * Reads images and labels in the IDX format of MNIST, plain or gzipped.
 *
 * <p>Unsigned bytes stay bytes in memory. Each image becomes one row of features, row by row of pixels.
 *
 * <p>Errors: another format, a file that is cut short or has trailing bytes, a wrong check sum, more or fewer labels than
 * images.
 * <p>Source: LeCun, Cortes, Burges, "The MNIST database of handwritten digits".
 *
 * @param images the file of the features; its first axis counts the examples
 * @param labels the file of the targets; none in data to predict from
 * @param classes names of the labels 0, 1, …; default the numbers themselves
 */
public record Idx(Path images, Optional<Path> labels, List<String> classes) implements DatasetReader {
    public Idx(Path images) {
        this(images, Optional.empty(), List.of());
    }

    public Idx {
        classes = List.copyOf(classes);
    }

    @Override
    public Dataset read(ReadContext context) throws IOException {
        Mistakes mistakes = new Mistakes();
        Optional<InputFile> imageFile = mistakes.attempt(() -> InputFile.find(context, images, "images"));
        Optional<InputFile> labelFile =
                labels.flatMap(file -> mistakes.attempt(() -> InputFile.find(context, file, "labels")));
        mistakes.throwFirst();
        Tensor x = IdxFile.read(imageFile.orElseThrow(), context);
        Optional<Tensor> y = Optional.empty();
        if (labelFile.isPresent()) {
            Tensor read = IdxFile.read(labelFile.get(), x.forTargets(context));
            if (read.size() != x.first()) {
                throw new DataException(read.name() + ": has " + read.size() + " labels, but " + x.name() + " has "
                        + x.first() + " images; there must be one for each");
            }
            y = Optional.of(read);
        }
        return new ArrayAssembly(x.name(), x, y, Optional.of(ExampleAxis.FIRST_AXIS)).dataset(classes);
    }
}
