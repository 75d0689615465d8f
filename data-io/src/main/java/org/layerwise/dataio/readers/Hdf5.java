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
import org.layerwise.dataio.internal.Hdf5File;
import org.layerwise.dataio.internal.InputFile;
import org.layerwise.dataio.internal.Mistakes;
import org.layerwise.dataio.internal.Tensor;

/**
 * Reads features and targets from data sets of an HDF5 file.
 *
 * <p>Unsigned bytes stay bytes in memory. An array of more than two axes becomes one row of features for each example, the
 * last axis running fastest, as NumPy's {@code reshape(m, -1)}.
 *
 * <p>Errors: a file that is cut short or has bytes after its end, a data set that is not there, does not fit in the file
 * or holds neither numbers nor text, a number of targets other than of examples.
 *
 * @param file the file
 * @param features the data set of the features, with slashes if it is in a group
 * @param targets the data set of the targets; none in data to predict from
 * @param classes the data set of texts that names the target's values 0, 1, …; default none
 * @param examples which axis holds the examples; default the one that has as many entries as there are targets
 */
public record Hdf5(
        Path file,
        String features,
        @Alias("target") Optional<String> targets,
        Optional<String> classes,
        Optional<ExampleAxis> examples)
        implements DatasetReader {
    public Hdf5(Path file, String features) {
        this(file, features, Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    public Dataset read(ReadContext context) throws IOException {
        InputFile input = InputFile.find(context, file, "file");
        try (Hdf5File hdf = Hdf5File.open(input)) {
            Mistakes mistakes = new Mistakes();
            Optional<Tensor> x = mistakes.attempt(() -> hdf.read(features, "features", context));
            ReadContext beside = x.map(tensor -> tensor.forTargets(context)).orElse(context);
            Optional<Tensor> y = targets.flatMap(name -> mistakes.attempt(() -> hdf.read(name, "targets", beside)));
            Optional<Tensor> names =
                    classes.flatMap(name -> mistakes.attempt(() -> hdf.read(name, "classes", context)));
            mistakes.throwFirst();
            return new ArrayAssembly(input.name(), x.orElseThrow(), y, examples)
                    .dataset(names.map(Tensor::labels).orElse(List.of()));
        }
    }
}
