package org.layerwise.dataio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.Splittable;
import org.layerwise.dataio.readers.Csv;
import org.layerwise.dataio.transforms.Impute;
import org.layerwise.dataio.transforms.Standardize;

/** The example of the package's page. */
class PackageExampleTest {
    @Test
    void preparesIris() throws IOException {
        ReadContext context = new ReadContext(SharedData.path("data/tabular"), new Splittable());
        Dataset flowers = new Csv(Path.of("sklearn_iris.csv"), List.of("target_name")).read(context);
        Split.Parts parts =
                new Split(0.8, 0, 0.2, true, true, Optional.of(7L)).cutByClass(flowers, context.random(), 0);
        Dataset train = parts.train();
        for (Transform transform : List.of(new Impute(), new Standardize())) {
            train = transform.fit(train).apply(train);
        }
        DenseMatrix x = train.inputs();
        DenseMatrix y = OneHotTargets.of(train).encode(train);
        assertThat(x.shape()).isEqualTo("5x120");
        assertThat(y.shape()).isEqualTo("3x120");
        assertThat(Classes.of(train).names()).containsExactly("setosa", "versicolor", "virginica");
        assertThat(train.notReady()).isEmpty();
    }
}
