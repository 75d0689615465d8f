package org.layerwise.dataio;

import static org.layerwise.core.Options.require;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.layerwise.core.OptionException;
import org.layerwise.core.RandomAlgorithm;
import org.layerwise.dataio.internal.GroupedSplit;
import org.layerwise.dataio.internal.Strata;

/**
 * Cuts training examples into folds of equal size, each of which is the dev part once while the others are trained on.
 *
 * <p>With n examples the first {@code n mod folds} folds have one example more. Shuffled and stratified unless told
 * otherwise, as in {@link Split}. With a group column the folds hold whole groups and are as equal as these allow.
 *
 * @param folds how many, at least 2
 * @param stratify whether classes are shared out alike, where targets are classes
 * @param shuffle whether the examples are shuffled first; otherwise folds are consecutive, and not stratified
 * @param seed of the shuffle
 * @param group the column whose values must not be in two folds
 */
public record Folds(int folds, boolean stratify, boolean shuffle, long seed, Optional<String> group) {
    /** @throws OptionException if there are fewer than two folds */
    public Folds {
        require(folds >= 2, "folds", folds, ">= 2");
    }

    /**
     * One of the cuts: a fold as dev part, the others for training.
     *
     * @param fold which one, from 0
     * @param byClass whether the only target holds classes
     * @throws DataException if there are fewer examples, or groups, than folds
     */
    public Split.Parts cut(Dataset dataset, int fold, boolean byClass, RandomAlgorithm random) {
        int n = dataset.examples();
        if (n < folds) {
            throw DataException.ofOption("folds", "the " + n + " training examples do not make " + folds + " folds");
        }
        int[] sizes = IntStream.range(0, folds)
                .map(k -> n / folds + (k < n % folds ? 1 : 0))
                .toArray();
        int[] order = shuffle
                ? random.seeded(seed).stream("folds").permutation(n)
                : IntStream.range(0, n).toArray();
        if (group.isPresent()) {
            boolean strata = byClass && stratify && shuffle && dataset.targets().size() == 1;
            GroupedSplit grouped = strata
                    ? GroupedSplit.stratified(
                            dataset,
                            group.get(),
                            order,
                            sizes,
                            Classes.of(dataset).indices(dataset, 0))
                    : GroupedSplit.of(dataset, group.get(), order, sizes);
            order = grouped.order();
            sizes = grouped.sizes();
        } else if (byClass && stratify && shuffle && dataset.targets().size() == 1) {
            order = Strata.spread(order, Classes.of(dataset).labels(dataset), sizes);
        }
        return cut(dataset, order, sizes, fold);
    }

    private static Split.Parts cut(Dataset dataset, int[] order, int[] sizes, int fold) {
        int from = Arrays.stream(sizes, 0, fold).sum();
        int to = from + sizes[fold];
        int[] training = new int[order.length - sizes[fold]];
        System.arraycopy(order, 0, training, 0, from);
        System.arraycopy(order, to, training, from, order.length - to);
        int[] held = Arrays.copyOfRange(order, from, to);
        if (dataset.isStreamed()) {
            Arrays.sort(training);
            Arrays.sort(held);
        }
        Dataset dev = dataset.select(held);
        return new Split.Parts(dataset.select(training), Optional.of(dev), Optional.empty());
    }
}
