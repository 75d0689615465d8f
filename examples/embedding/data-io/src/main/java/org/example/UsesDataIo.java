package org.example;

import java.nio.file.Path;
import java.util.List;
import org.layerwise.core.Splittable;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.OneHotTargets;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.Split;
import org.layerwise.dataio.Transform;
import org.layerwise.dataio.readers.Csv;
import org.layerwise.dataio.transforms.Standardize;

/** Reads a table, splits it, and standardizes both parts by the mean and deviation of the first. */
public final class UsesDataIo {
    public static void main(String[] arguments) throws java.io.IOException {
        ReadContext context = new ReadContext(Path.of(arguments[0]), new Splittable());
        Dataset flowers = new Csv(Path.of("flowers.csv"), List.of("species")).read(context);
        Split.Parts parts = new Split(0.75).cutByClass(flowers, context.random(), 7);

        Transform.Fitted scale = new Standardize().fit(parts.train());
        Dataset train = scale.apply(parts.train());
        System.out.println("features: " + train.columns().size() + ", examples: " + train.examples());
        System.out.println("X is " + train.inputs().shape());
        System.out.println("Y is " + OneHotTargets.of(train).encode(train).shape() + ", classes "
                + OneHotTargets.of(train).names());
    }
}
