package org.layerwise.dataio.readers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.layerwise.core.Alias;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.internal.ArrayAssembly;
import org.layerwise.dataio.internal.InputFile;
import org.layerwise.dataio.internal.Mistakes;
import org.layerwise.dataio.internal.NpyFile;
import org.layerwise.dataio.internal.Tensor;

/**
 * Reads features and targets from two files of NumPy arrays, as {@code numpy.save} writes them.
 *
 * <p>Errors: another format, a file that is cut short or has trailing bytes, an array of Python objects, a number of targets
 * other than of examples.
 *
 * @param features the file of the features
 * @param targets the file of the targets; none in data to predict from
 * @param classes names of the target's values 0, 1, …; default the numbers themselves
 * @param examples which axis holds the examples; default the one that has as many entries as there are targets
 */
public record Npy(
        @Alias("file") Path features,
        @Alias("target") Optional<Path> targets,
        List<String> classes,
        Optional<ExampleAxis> examples)
        implements DatasetReader {
    public Npy(Path features) {
        this(features, Optional.empty(), List.of(), Optional.empty());
    }

    public Npy {
        classes = List.copyOf(classes);
    }

    @Override
    public Dataset read(ReadContext context) throws IOException {
        Mistakes mistakes = new Mistakes();
        Optional<InputFile> x = mistakes.attempt(() -> InputFile.find(context, features, "features"));
        Optional<InputFile> y =
                targets.flatMap(file -> mistakes.attempt(() -> InputFile.find(context, file, "targets")));
        mistakes.throwFirst();
        Tensor read = NpyFile.read(x.orElseThrow(), context);
        Optional<Tensor> labels = Optional.empty();
        if (y.isPresent()) {
            labels = Optional.of(NpyFile.read(y.get(), read.forTargets(context)));
        }
        return new ArrayAssembly(read.name(), read, labels, examples).dataset(classes);
    }
}
