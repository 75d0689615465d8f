package org.layerwise.dataio;

import static org.layerwise.core.Options.require;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.layerwise.core.Alias;
import org.layerwise.core.OptionException;
import org.layerwise.core.RandomAlgorithm;
import org.layerwise.dataio.internal.GroupedSplit;
import org.layerwise.dataio.internal.NamedSplit;
import org.layerwise.dataio.internal.PartSizes;
import org.layerwise.dataio.internal.Strata;

/**
 * Cuts one data set into a training, a dev and a test part: by size, by a column that names the part, or by groups that stay
 * together.
 *
 * <p>Sizes are fractions, {@code {train: 0.8, dev: 0.1, test: 0.1}}; percentages, {@code {train: 98, dev: 1, test: 1}}; or
 * numbers of examples, {@code {dev: 10000, test: 10000}}. Numbers of at most 1 are fractions, whole numbers that add up to
 * 100 are percentages, other whole numbers are examples; {@code unit} says it where that is not meant. A part has
 * {@code ⌊n · fraction⌋} examples; where the fractions add up to 1 the last part takes the rest, otherwise the rest is left
 * out. Without {@code train} training takes what the others leave.
 *
 * <p>Shuffled, the parts are cut in this order from one permutation of all examples, with {@code numpy} from
 * {@code RandomState(seed).permutation(n)}. Stratified, every part gets its share of each class, and at least one example of
 * every class that has one for each part; the sizes stay as they are.
 *
 * <p>Of data that are streamed a part has the same examples, in the order of their file.
 *
 * <p>With {@code column} each example goes where that column says: {@code train}, {@code dev} or {@code test}, or any of
 * {@code training, validation, valid, val, testing}, in any case. With {@code group} all examples with one value of that
 * column go to one part; sizes, and where it is stratified the share of each class, are met as well as whole groups allow:
 * groups with the most uneven classes first, each to the part where the numbers of classes come nearest to its share, as
 * scikit-learn's StratifiedGroupKFold; otherwise in random order, each to the part that lacks most. Either column must be among the features that are read; an experiment
 * takes it out afterwards.
 *
 * @param train size of the training part, above 0; default what dev and test leave
 * @param dev size of the dev part, at least 0; default 0
 * @param test size of the test part, at least 0; default 0
 * @param stratify whether classes are shared out alike, where targets are classes; default true
 * @param shuffle whether the examples are shuffled first; {@code false} takes them in order, and is then not stratified;
 *     default true
 * @param seed of the shuffle; default the experiment's
 * @param unit {@code fraction}, {@code percent} or {@code examples}; default what the numbers look like
 * @param column the column that names each example's part; instead of sizes
 * @param group the column whose values must not be in two parts; default none
 */
public record Split(
        Optional<Double> train,
        @Alias({"validation", "val"}) double dev,
        double test,
        boolean stratify,
        boolean shuffle,
        Optional<Long> seed,
        Optional<Unit> unit,
        Optional<String> column,
        Optional<String> group) {
    /** What the sizes of parts count. */
    public enum Unit {
        /** Shares of 1. */
        FRACTION,
        /** Shares of 100. */
        PERCENT,
        /** Examples. */
        EXAMPLES
    }

    /** Everything is for training. */
    public Split() {
        this(
                Optional.empty(),
                0,
                0,
                true,
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Shuffled and stratified, without dev and test part. */
    public Split(double train) {
        this(train, 0, 0, true, true, Optional.empty());
    }

    /** By sizes. */
    public Split(double train, double dev, double test, boolean stratify, boolean shuffle, Optional<Long> seed) {
        this(
                Optional.of(train),
                dev,
                test,
                stratify,
                shuffle,
                seed,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** @throws OptionException if a size is out of range, or sizes add up to more than all */
    public Split {
        train.ifPresent(size -> require(size > 0, "train", size, "> 0"));
        require(dev >= 0, "dev", dev, ">= 0");
        require(test >= 0, "test", test, ">= 0");
        if (column.isPresent() && (train.isPresent() || dev > 0 || test > 0)) {
            String size = train.isPresent() ? "train" : dev > 0 ? "dev" : "test";
            throw new OptionException(size, size + " and column exclude each other: the column names the parts");
        }
        if (column.isPresent() && group.isPresent()) {
            throw new OptionException("group", "group and column exclude each other: the column names the parts");
        }
        PartSizes.check(unit, train, dev, test);
    }

    /** The parts of a data set; dev and test are empty where they are not asked for. */
    public record Parts(Dataset train, Optional<Dataset> dev, Optional<Dataset> test) {
        /** Those that there are, in order. */
        public Stream<Dataset> all() {
            return Stream.of(Optional.of(train), dev, test).flatMap(Optional::stream);
        }
    }

    /** The seed that is taken. */
    public long seedOr(long experimentSeed) {
        return seed.orElse(experimentSeed);
    }

    /**
     * Cuts without regard to targets: for regression, and for data without targets.
     *
     * @param experimentSeed the seed to take where the split has none of its own
     * @throws DataException if a part gets no example, or the column is not there or names no part
     */
    public Parts cut(Dataset dataset, RandomAlgorithm random, long experimentSeed) {
        if (column.isPresent()) {
            return NamedSplit.parts(dataset, column.get());
        }
        return parts(dataset, order(dataset, random, experimentSeed), sizes(dataset));
    }

    /**
     * Cuts a data set whose only target holds classes: stratified unless told otherwise.
     *
     * @param experimentSeed the seed to take where the split has none of its own
     * @throws DataException if a part gets no example, a target is missing, or all are of one class
     */
    public Parts cutByClass(Dataset dataset, RandomAlgorithm random, long experimentSeed) {
        if (!stratify || !shuffle || dataset.targets().size() != 1 || column.isPresent()) {
            return cut(dataset, random, experimentSeed);
        }
        int[] sizes = sizes(dataset);
        if (group.isPresent()) {
            int[] classes = Classes.of(dataset).indices(dataset, 0);
            int[] order = order(dataset, random, experimentSeed);
            return grouped(dataset, GroupedSplit.stratified(dataset, group.get(), order, sizes, classes));
        }
        Strata.Labels labels = Classes.of(dataset).labels(dataset);
        int[] order = order(dataset, random, experimentSeed);
        if (dataset.isStreamed()) {
            Strata.spreadAscending(order, labels, sizes);
            return inOrder(dataset.selectGiven(order), sizes);
        }
        return inOrder(dataset.selectGiven(Strata.spread(order, labels, sizes)), sizes);
    }

    private int[] sizes(Dataset dataset) {
        return PartSizes.of(unit, train, dev, test, dataset);
    }

    private int[] order(Dataset dataset, RandomAlgorithm random, long experimentSeed) {
        if (!shuffle && group.isEmpty()) {
            return new int[0];
        }
        return shuffle
                ? random.seeded(seedOr(experimentSeed)).stream("split").permutation(dataset.examples())
                : IntStream.range(0, dataset.examples()).toArray();
    }

    private Parts parts(Dataset dataset, int[] order, int[] wanted) {
        if (group.isPresent()) {
            return grouped(dataset, GroupedSplit.of(dataset, group.get(), order, wanted));
        }
        return shuffle ? chosen(dataset, order, wanted) : inOrder(dataset, wanted);
    }

    private static Parts grouped(Dataset dataset, GroupedSplit groups) {
        return chosen(dataset, groups.order(), groups.sizes());
    }

    private static Parts chosen(Dataset dataset, int[] order, int[] sizes) {
        if (dataset.isStreamed()) {
            sortParts(order, sizes);
        }
        return inOrder(dataset.selectGiven(order), sizes);
    }

    private static Parts inOrder(Dataset ordered, int[] sizes) {
        return new Parts(
                ordered.take(sizes[0]),
                part(ordered, sizes[0], sizes[1]),
                part(ordered, sizes[0] + sizes[1], sizes[2]));
    }

    /** Each part in the order of the file, so that it is read in long pieces. */
    private static void sortParts(int[] order, int[] sizes) {
        int from = 0;
        for (int size : sizes) {
            Arrays.sort(order, from, from + size);
            from += size;
        }
    }

    private static Optional<Dataset> part(Dataset ordered, int from, int size) {
        return size == 0 ? Optional.empty() : Optional.of(ordered.skip(from).take(size));
    }
}
