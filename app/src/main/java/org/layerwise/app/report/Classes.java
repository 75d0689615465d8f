package org.layerwise.app.report;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.layerwise.core.DenseMatrix;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.FeatureStore;
import org.layerwise.experiment.Model;
import org.layerwise.experiment.PreparedExperiment;

/** What can be shown of a model that tells classes apart. */
final class Classes {
    private static final int SIDE = 160;
    /** Points that a plot shows at most; of more examples so many are taken, evenly spaced. */
    private static final int MOST_POINTS = 5000;

    /** Examples that are predicted at a time. */
    private static final int CHUNK = 1024;

    private final PreparedExperiment prepared;
    private final Model model;

    Classes(PreparedExperiment prepared, Model model) {
        this.prepared = prepared;
        this.model = model;
    }

    /** The plane of the features, where there are two, and the training examples in it. */
    Optional<Boundary> boundary() {
        Dataset training = prepared.examples("train");
        boolean wanted = prepared.experiment().report().decisionBoundary();
        if (!wanted || prepared.classNames().isEmpty() || training.features() != 2) {
            return Optional.empty();
        }
        Axis x = axis(training, 0);
        Axis y = axis(training, 1);
        DenseMatrix plane = new DenseMatrix(SIDE * SIDE, 2);
        for (int i = 0; i < SIDE * SIDE; i++) {
            plane.setEntry(i, 0, x.from() + (i % SIDE + 0.5) / SIDE * (x.to() - x.from()));
            plane.setEntry(i, 1, y.to() - (i / SIDE + 0.5) / SIDE * (y.to() - y.from()));
        }
        List<Integer> cells = predicted(
                Dataset.of("the plane", training.columns(), FeatureStore.of(plane), List.of(), new double[0][]));
        int count = Math.min(MOST_POINTS, training.examples());
        int[] chosen = IntStream.range(0, count)
                .map(i -> (int) ((long) i * training.examples() / count))
                .toArray();
        int[] classes = prepared.classes("train", chosen);
        List<Boundary.Point> points = IntStream.range(0, count)
                .mapToObj(i ->
                        new Boundary.Point(training.feature(chosen[i], 0), training.feature(chosen[i], 1), classes[i]))
                .toList();
        return Optional.of(new Boundary(x, y, prepared.classNames(), cells, SIDE, points));
    }

    /** The first images of the last part that the model takes for something else. */
    List<Picture> mislabelled() {
        List<String> parts = prepared.parts();
        String part = parts.get(parts.size() - 1);
        Dataset examples = prepared.examples(part);
        List<Integer> shape = examples.shape();
        boolean images = shape.size() == 2 || (shape.size() == 3 && (shape.get(2) == 1 || shape.get(2) == 3));
        if (prepared.classNames().isEmpty() || !images) {
            return List.of();
        }
        List<Picture> pictures = new ArrayList<>();
        int most = prepared.experiment().report().mislabelled();
        for (int from = 0; from < examples.examples() && pictures.size() < most; from += CHUNK) {
            int[] some = IntStream.range(from, Math.min(from + CHUNK, examples.examples()))
                    .toArray();
            addMislabelled(part, examples, some, pictures);
        }
        return pictures.subList(0, Math.min(most, pictures.size()));
    }

    private void addMislabelled(String part, Dataset examples, int[] some, List<Picture> pictures) {
        List<Integer> said = predicted(examples.inMemory(some));
        int[] classes = prepared.classes(part, some);
        for (int i = 0; i < some.length; i++) {
            if (said.get(i) != classes[i]) {
                String caption =
                        part + " " + some[i] + ": " + prepared.classNames().get(classes[i]) + ", taken for "
                                + prepared.classNames().get(said.get(i));
                pictures.add(new Picture(image(examples, some[i], examples.shape()), caption));
            }
        }
    }

    private List<Integer> predicted(Dataset examples) {
        List<String> labels = model.predict(examples).labels();
        return labels.stream().map(prepared.classNames()::indexOf).toList();
    }

    private static Axis axis(Dataset examples, int column) {
        return Axis.over(IntStream.range(0, examples.examples()).mapToDouble(i -> examples.feature(i, column)))
                .widened(0.06);
    }

    /** Rows, columns and channels, the last running fastest; values in 0 to 255, or 0 to 1. */
    private static BufferedImage image(Dataset examples, int example, List<Integer> shape) {
        int channels = shape.size() == 3 ? shape.get(2) : 1;
        double[] values = IntStream.range(0, examples.features())
                .mapToDouble(i -> examples.feature(example, i))
                .toArray();
        double largest = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .max()
                .orElse(1);
        double factor = largest <= 1 ? 255 : 1;
        BufferedImage image = new BufferedImage(shape.get(1), shape.get(0), BufferedImage.TYPE_INT_RGB);
        for (int pixel = 0; pixel < shape.get(0) * shape.get(1); pixel++) {
            int rgb = 0;
            for (int channel = 0; channel < 3; channel++) {
                double value = factor * values[pixel * channels + Math.min(channel, channels - 1)];
                rgb = rgb << 8 | (int) Math.max(0, Math.min(255, Math.round(value)));
            }
            image.setRGB(pixel % shape.get(1), pixel / shape.get(1), rgb);
        }
        return image;
    }
}
