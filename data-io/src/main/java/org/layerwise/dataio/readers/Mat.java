package org.layerwise.dataio.readers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.layerwise.core.Alias;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.internal.ArrayAssembly;
import org.layerwise.dataio.internal.InputFile;
import org.layerwise.dataio.internal.MatVariables;
import org.layerwise.dataio.internal.Mistakes;
import org.layerwise.dataio.internal.Tensor;

/**
 * Reads features and targets from variables of a MATLAB file: version 5 (what MATLAB, Octave and SciPy save by default) or
 * 7.3, which is told by its first bytes.
 *
 * <p>Axes are those that MATLAB shows. Numbers, logical values, texts and cells of texts are read, a sparse
 * matrix of version 5 with its zeros; complex matrices, structures, tables and other objects are refused.
 *
 * <p>Errors: a file that is cut short or damaged, a variable that is not there or holds no real numbers, a number of targets
 * other than of examples.
 * <p>A file of version 7.3 is HDF5 too: {@link Hdf5} reads it with the axes in reverse order.
 *
 * @param file the file
 * @param features the variable of the features
 * @param targets the variable of the targets; none in data to predict from
 * @param classes the variable of texts that names the target's values 0, 1, …; default none
 * @param examples which axis holds the examples; default the one that has as many entries as there are targets
 */
public record Mat(
        Path file,
        String features,
        @Alias("target") Optional<String> targets,
        Optional<String> classes,
        Optional<ExampleAxis> examples)
        implements DatasetReader {
    public Mat(Path file, String features) {
        this(file, features, Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    public Dataset read(ReadContext context) throws IOException {
        InputFile input = InputFile.find(context, file, "file");
        Set<String> wanted = new HashSet<>(Set.of(features));
        targets.ifPresent(wanted::add);
        classes.ifPresent(wanted::add);
        Mistakes mistakes = new Mistakes();
        try (MatVariables mat = MatVariables.open(input, wanted::contains, context)) {
            Optional<Tensor> x = mistakes.attempt(() -> mat.read(features, "features"));
            Optional<Tensor> y = targets.flatMap(name -> mistakes.attempt(() -> mat.read(name, "targets")));
            Optional<Tensor> names = classes.flatMap(name -> mistakes.attempt(() -> mat.read(name, "classes")));
            mistakes.throwFirst();
            return new ArrayAssembly(input.name(), x.orElseThrow(), y, examples)
                    .dataset(names.map(Tensor::labels).orElse(List.of()));
        }
    }
}
