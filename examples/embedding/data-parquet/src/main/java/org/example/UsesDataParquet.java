package org.example;

import java.nio.file.Path;
import java.util.List;
import org.layerwise.core.Splittable;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.OneHotTargets;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.transforms.Impute;
import org.layerwise.dataparquet.Parquet;

/** Reads columns of a Parquet file, fills the gaps of one with its mean, and encodes the classes. */
public final class UsesDataParquet {
    public static void main(String[] arguments) throws java.io.IOException {
        ReadContext context = new ReadContext(Path.of(arguments[0]), new Splittable());
        Dataset flowers = new Parquet(
                        Path.of("flowers.parquet"),
                        List.of("kind"),
                        List.of("width", "age", "price"),
                        List.of(),
                        List.of())
                .read(context);
        Dataset complete = new Impute().fit(flowers).apply(flowers);
        System.out.println("X is " + complete.inputs().shape());
        System.out.println("classes are " + OneHotTargets.of(complete).names());
    }
}
