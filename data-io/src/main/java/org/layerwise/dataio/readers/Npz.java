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
 * Reads features and targets from arrays of a NumPy archive, as {@code numpy.savez} and {@code savez_compressed} write them.
 *
 * <p>Errors: an archive that is damaged, an array that is not there or holds Python objects, a number of targets other than
 * of examples.
 *
 * @param file the file
 * @param features the array of the features
 * @param targets the array of the targets; none in data to predict from
 * @param classes the array of texts that names the target's values 0, 1, …; default none
 * @param examples which axis holds the examples; default the one that has as many entries as there are targets
 */
public record Npz(
        Path file,
        String features,
        @Alias("target") Optional<String> targets,
        Optional<String> classes,
        Optional<ExampleAxis> examples)
        implements DatasetReader {
    public Npz(Path file, String features) {
        this(file, features, Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    public Dataset read(ReadContext context) throws IOException {
        InputFile input = InputFile.find(context, file, "file");
        Mistakes mistakes = new Mistakes();
        Optional<Tensor> x = mistakes.attempt(() -> NpyFile.read(input, features, "features", context));
        ReadContext beside = x.map(tensor -> tensor.forTargets(context)).orElse(context);
        Optional<Tensor> y = array(input, targets, "targets", mistakes, beside);
        Optional<Tensor> names = array(input, classes, "classes", mistakes, context);
        mistakes.throwFirst();
        return new ArrayAssembly(input.name(), x.orElseThrow(), y, examples)
                .dataset(names.map(Tensor::labels).orElse(List.of()));
    }

    private static Optional<Tensor> array(
            InputFile input, Optional<String> name, String option, Mistakes mistakes, ReadContext context)
            throws IOException {
        return name.isEmpty()
                ? Optional.empty()
                : mistakes.attempt(() -> NpyFile.read(input, name.get(), option, context));
    }
}
