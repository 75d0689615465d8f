package org.layerwise.dataio;

import static org.layerwise.core.Options.require;

import java.util.Optional;
import java.util.stream.IntStream;
import org.layerwise.core.OptionException;
import org.layerwise.core.RandomAlgorithm;
import org.layerwise.dataio.internal.Strata;

/**
 * Cuts one data set into a training, a dev and a test part.
 *
 * <p>A part has {@code ⌊n · fraction⌋} examples; where the fractions add up to 1 the last part takes the rest, otherwise the
 * rest is left out. Shuffled, the parts are cut in this order from one permutation of all examples, with {@code numpy}
 * from {@code RandomState(seed).permutation(n)}. Stratified, every part gets its share of each class, and at least one
 * example of every class that has one for each part; the sizes stay as they are.
 *
 * @param train fraction for training, in (0, 1]
 * @param dev fraction for the dev part, in [0, 1); default 0
 * @param test fraction for the test part, in [0, 1); default 0
 * @param stratify whether classes are shared out alike, where targets are classes; default true
 * @param shuffle whether the examples are shuffled first; {@code false} takes them in order, and is then not stratified;
 *     default true
 * @param seed of the shuffle; default the experiment's
 */
public record Split(double train, double dev, double test, boolean stratify, boolean shuffle, Optional<Long> seed) {
    /** What a sum like 0.7 + 0.2 + 0.1 may be off. */
    private static final double SLACK = 1e-9;

    /** Shuffled and stratified, without dev and test part. */
    public Split(double train) {
        this(train, 0, 0, true, true, Optional.empty());
    }

    /** @throws OptionException if a fraction is out of range or they add up to more than 1 */
    public Split {
        require(train > 0 && train <= 1, "train", train, "in (0, 1]");
        require(dev >= 0 && dev < 1, "dev", dev, "in [0, 1)");
        require(test >= 0 && test < 1, "test", test, "in [0, 1)");
        if (train + dev + test > 1 + SLACK) {
            throw new OptionException(
                    "train", "train + dev + test must be at most 1, got " + train + " + " + dev + " + " + test);
        }
    }

    /** The parts of a data set; dev and test are empty where their fraction is 0. */
    public record Parts(Dataset train, Optional<Dataset> dev, Optional<Dataset> test) {}

    /**
     * Cuts without regard to targets: for regression, and for data without targets.
     *
     * @param experimentSeed the seed to take where the split has none of its own
     * @throws DataException if a part gets no example
     */
    public Parts cut(Dataset dataset, RandomAlgorithm random, long experimentSeed) {
        return parts(dataset, order(dataset, random, experimentSeed));
    }

    /**
     * Cuts a data set whose only target holds classes: stratified unless told otherwise.
     *
     * @param experimentSeed the seed to take where the split has none of its own
     * @throws DataException if a part gets no example, a target is missing, or all are of one class
     */
    public Parts cutByClass(Dataset dataset, RandomAlgorithm random, long experimentSeed) {
        int[] order = order(dataset, random, experimentSeed);
        if (!stratify || !shuffle || dataset.targets().size() != 1) {
            return parts(dataset, order);
        }
        int[] classes = Classes.of(dataset).indices(dataset, 0);
        return parts(dataset, Strata.spread(order, classes, sizes(dataset)));
    }

    private int[] order(Dataset dataset, RandomAlgorithm random, long experimentSeed) {
        return shuffle
                ? random.seeded(seed.orElse(experimentSeed)).stream("split").permutation(dataset.examples())
                : IntStream.range(0, dataset.examples()).toArray();
    }

    private Parts parts(Dataset dataset, int[] order) {
        int[] sizes = sizes(dataset);
        Dataset ordered = shuffle ? dataset.select(order) : dataset;
        return new Parts(
                ordered.take(sizes[0]),
                dev == 0 ? Optional.empty() : Optional.of(ordered.skip(sizes[0]).take(sizes[1])),
                test == 0
                        ? Optional.empty()
                        : Optional.of(ordered.skip(sizes[0] + sizes[1]).take(sizes[2])));
    }

    private int[] sizes(Dataset dataset) {
        int n = dataset.examples();
        int[] sizes = {(int) (n * train), (int) (n * dev), (int) (n * test)};
        if (train + dev + test > 1 - SLACK) {
            int last = test > 0 ? 2 : dev > 0 ? 1 : 0;
            sizes[last] = n - IntStream.range(0, last).map(p -> sizes[p]).sum();
        }
        requireExamples("train", train, sizes[0], dataset);
        requireExamples("dev", dev, sizes[1], dataset);
        requireExamples("test", test, sizes[2], dataset);
        return sizes;
    }

    private static void requireExamples(String part, double fraction, int size, Dataset dataset) {
        if (fraction > 0 && size < 1) {
            throw DataException.ofOption(
                    part,
                    part + ": " + fraction + " of the " + dataset.examples() + " examples of " + dataset.source()
                            + " is none; at least one is needed");
        }
    }
}
