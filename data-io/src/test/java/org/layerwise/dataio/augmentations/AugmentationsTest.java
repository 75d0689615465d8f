package org.layerwise.dataio.augmentations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Splittable;
import org.layerwise.dataio.Augmentation;
import org.layerwise.dataio.ImageAugmenter;
import org.layerwise.dataio.ImageShape;
import org.layerwise.dataio.internal.Resampling;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Geometry against SciPy ({@code augmentations.py}), everything else against its formula. */
class AugmentationsTest {
    private static final ImageShape SHAPE = new ImageShape(5, 7, 2);

    private static double[] numbers(JsonNode list) {
        return IntStream.range(0, list.size())
                .mapToDouble(i -> list.get(i).asDouble())
                .toArray();
    }

    @Test
    void geometryIsScipys() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(AugmentationsTest.class.getResourceAsStream("augmentations.json"))) {
            JsonNode golden = JsonMapper.builder().build().readTree(in);
            double[] image = numbers(golden.get("image"));
            for (JsonNode test : golden.get("cases")) {
                double[] amount = numbers(test.get("amount"));
                Optional<Double> fill = test.get("fill").isNull()
                        ? Optional.empty()
                        : Optional.of(test.get("fill").asDouble());
                double[] changed = new double[image.length];
                resampling(test.get("name").asString(), amount).apply(SHAPE, image, changed, fill);
                assertThat(changed)
                        .as(test.get("name") + " " + test.get("amount"))
                        .containsExactly(numbers(test.get("expected")), within(1e-11));
            }
        }
    }

    private static Resampling resampling(String name, double[] amount) {
        return switch (name) {
            case "rotate" -> Rotate.by(amount[0]);
            case "shear" -> Shear.by(amount[0]);
            case "shift" -> Shift.by(amount[0], amount[1]);
            case "zoom" -> Zoom.times(amount[0]);
            default -> new Resampling(amount[0], 0, 0, amount[0], amount[1], amount[2]);
        };
    }

    private static double[] apply(Augmentation augmentation, ImageShape shape, double[] image, long seed) {
        double[] before = image.clone();
        double[] changed = new double[image.length];
        augmentation.apply(shape, image, changed, new Splittable().seeded(seed));
        assertThat(image).isEqualTo(before);
        return changed;
    }

    @Test
    void theAmountsAreDrawnAsDocumented() {
        double[] image = IntStream.range(0, 70).mapToDouble(i -> i * i % 31).toArray();
        RandomSource random = new Splittable().seeded(4);
        double u = random.nextDouble();
        double v = random.nextDouble();
        double w = random.nextDouble();
        double[] expected = new double[70];
        Rotate.by(Math.toRadians((2 * u - 1) * 15)).apply(SHAPE, image, expected, Optional.empty());
        assertThat(apply(new Rotate(), SHAPE, image, 4)).isEqualTo(expected);
        Shift.by((2 * u - 1) * 0.1 * 5, (2 * v - 1) * 0.1 * 7).apply(SHAPE, image, expected, Optional.empty());
        assertThat(apply(new Shift(), SHAPE, image, 4)).isEqualTo(expected);
        Zoom.times(1 + (2 * u - 1) * 0.1).apply(SHAPE, image, expected, Optional.empty());
        assertThat(apply(new Zoom(), SHAPE, image, 4)).isEqualTo(expected);
        Shear.by(StrictMath.tan(Math.toRadians((2 * u - 1) * 10))).apply(SHAPE, image, expected, Optional.empty());
        assertThat(apply(new Shear(), SHAPE, image, 4)).isEqualTo(expected);
        double s = 0.8 + u * 0.2;
        new Resampling(s, 0, 0, s, (2 * v - 1) * (1 - s) * 2, (2 * w - 1) * (1 - s) * 3)
                .apply(SHAPE, image, expected, Optional.empty());
        assertThat(apply(new Crop(), SHAPE, image, 4)).containsExactly(expected, within(1e-12));
        assertThat(apply(new Brightness(), SHAPE, image, 4)[3]).isEqualTo(image[3] * (1 + (2 * u - 1) * 0.2));
        double g = new Splittable().seeded(4).nextGaussian();
        assertThat(apply(new PixelNoise(), SHAPE, image, 4)[0]).isEqualTo(image[0] + 0.05 * g);
    }

    @Test
    void flipsExchangeSides() {
        ImageShape shape = new ImageShape(2, 2, 2);
        double[] image = {1, 2, 3, 4, 5, 6, 7, 8};
        assertThat(apply(new Flip(Flip.Direction.HORIZONTAL, 1), shape, image, 1))
                .containsExactly(3, 4, 1, 2, 7, 8, 5, 6);
        assertThat(apply(new Flip(Flip.Direction.VERTICAL, 1), shape, image, 1))
                .containsExactly(5, 6, 7, 8, 1, 2, 3, 4);
        assertThat(apply(new Flip(Flip.Direction.BOTH, 1), shape, image, 1)).containsExactly(7, 8, 5, 6, 3, 4, 1, 2);
        long flipped = IntStream.range(0, 1000)
                .filter(seed -> apply(new Flip(), shape, image, seed)[0] == 3)
                .count();
        assertThat(flipped).isBetween(430L, 570L);
    }

    @Test
    void anImageDependsOnItsEpochAloneAndNotOnItsBatch() {
        List<Augmentation> all = List.of(new Rotate(), new PixelNoise());
        ImageShape shape = new ImageShape(3, 3, 1);
        DenseMatrix whole = new DenseMatrix(9, 4);
        Arrays.setAll(whole.values(), i -> i % 7);
        DenseMatrix second = DenseMatrix.copyOf(whole.getSubMatrix(0, 8, 1, 1));
        DenseMatrix later = whole.copy();
        RandomSource random = new Splittable().seeded(3);
        new ImageAugmenter(all, shape, random).apply(whole, new int[] {8, 2, 5, 1}, 0, 6);
        new ImageAugmenter(all, shape, random).apply(second, new int[] {9, 2}, 1, 6);
        new ImageAugmenter(all, shape, random).apply(later, new int[] {8, 2, 5, 1}, 0, 7);
        assertThat(second.getColumn(0)).isEqualTo(whole.getColumn(1)).isNotEqualTo(later.getColumn(1));
    }

    /** Batches as large as these are shared by threads. */
    @Test
    void aLargeBatchIsWhatItsImagesAreAlone() {
        ImageShape shape = new ImageShape(24, 24, 3);
        int batch = 37;
        List<Augmentation> all = List.of(new Rotate(), new Flip(), new PixelNoise(0.1));
        double[] pixels = IntStream.range(0, shape.size() * batch)
                .mapToDouble(i -> i * 7919L % 255)
                .toArray();
        DenseMatrix x = DenseMatrix.wrap(shape.size(), batch, pixels);
        DenseMatrix together = new DenseMatrix(x.getRowDimension(), batch);
        together.setSubMatrix(x.getData(), 0, 0);
        int[] examples = IntStream.range(100, 100 + batch).toArray();
        new ImageAugmenter(all, shape, new Splittable().seeded(4)).apply(together, examples, 0, 2);
        for (int j = 0; j < batch; j++) {
            DenseMatrix alone = new DenseMatrix(shape.size(), 1);
            alone.setColumn(0, x.getColumn(j));
            new ImageAugmenter(all, shape, new Splittable().seeded(4)).apply(alone, examples, j, 2);
            assertThat(together.getColumn(j)).isEqualTo(alone.getColumn(0));
        }
    }

    @Test
    void whatAnAugmentationThrowsArrivesAsItIs() {
        ImageShape shape = new ImageShape(40, 40, 3);
        IllegalStateException broken = new IllegalStateException("broken");
        Augmentation bad = (s, image, changed, random) -> {
            throw broken;
        };
        ImageAugmenter augmenter = new ImageAugmenter(List.of(bad), shape, new Splittable().seeded(4));
        DenseMatrix x = new DenseMatrix(shape.size(), 16);
        int[] examples = IntStream.range(0, 16).toArray();
        assertThatThrownBy(() -> augmenter.apply(x, examples, 0, 0)).isSameAs(broken);
    }

    @Test
    void optionsHaveRanges() {
        assertThatThrownBy(() -> new Rotate(0, Optional.empty())).hasMessage("degrees must be in (0, 180], got 0.0");
        assertThatThrownBy(() -> new Shift(2, 0, Optional.empty())).hasMessage("height must be in [0, 1], got 2.0");
        assertThatThrownBy(() -> new Crop(1)).hasMessage("least must be in (0, 1), got 1.0");
        assertThatThrownBy(() -> new Zoom(0.1, Optional.of(Double.NaN)))
                .hasMessage("fill must be a finite number, got NaN");
        assertThatThrownBy(() -> new PixelNoise(-1)).hasMessage("standard_deviation must be > 0, got -1.0");
        assertThat(ImageShape.of(List.of(28, 28))).contains(new ImageShape(28, 28, 1));
        assertThat(ImageShape.of(List.of(784))).isEmpty();
    }
}
