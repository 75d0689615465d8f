package org.layerwise.dataio.internal;

import java.util.Optional;
import java.util.stream.IntStream;
import org.layerwise.core.OptionException;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.Split;

/** How many examples the training, the dev and the test part get. */
public final class PartSizes {
    /** What a sum like 0.7 + 0.2 + 0.1 may be off. */
    private static final double SLACK = 1e-9;

    private static final String[] NAMES = {"train", "dev", "test"};

    private PartSizes() {}

    /**
     * Refuses sizes that are wrong for any data.
     *
     * @throws OptionException if so
     */
    public static void check(Optional<Split.Unit> said, Optional<Double> train, double dev, double test) {
        double[] sizes = {train.orElse(0.0), dev, test};
        Split.Unit unit = said.orElseGet(() -> looksLike(sizes));
        for (int p = 0; p < sizes.length; p++) {
            boolean whole = sizes[p] == Math.rint(sizes[p]) && sizes[p] <= Integer.MAX_VALUE;
            if (unit == Split.Unit.EXAMPLES && !whole) {
                throw new OptionException(
                        NAMES[p],
                        NAMES[p]
                                + " must be a fraction of at most 1 like the others, or all a whole number of examples,"
                                + " got " + sizes[p]);
            }
        }
        double all = unit == Split.Unit.FRACTION ? 1 : unit == Split.Unit.PERCENT ? 100 : Double.POSITIVE_INFINITY;
        double sum = sizes[0] + sizes[1] + sizes[2];
        String most = all == 1 ? "1" : "100";
        if (sum > all + SLACK) {
            throw new OptionException(
                    train.isPresent() ? "train" : dev > 0 ? "dev" : "test",
                    "train + dev + test must be at most " + most + ", got "
                            + (train.isPresent() ? sizes[0] + " + " : "") + sizes[1] + " + " + sizes[2]);
        }
        if (train.isEmpty() && sum > all - SLACK) {
            throw new OptionException(
                    dev > 0 ? "dev" : "test",
                    "dev + test must be below " + most + ", so that something is left for training");
        }
    }

    private static Split.Unit looksLike(double[] sizes) {
        if (IntStream.range(0, 3).allMatch(p -> sizes[p] <= 1)) {
            return Split.Unit.FRACTION;
        }
        boolean whole = IntStream.range(0, 3).allMatch(p -> sizes[p] == Math.rint(sizes[p]));
        return whole && sizes[0] > 0 && sizes[0] + sizes[1] + sizes[2] == 100
                ? Split.Unit.PERCENT
                : Split.Unit.EXAMPLES;
    }

    /**
     * The sizes of the parts of a data set.
     *
     * @throws DataException if a part that is asked for gets no example, or there are too few
     */
    public static int[] of(
            Optional<Split.Unit> said, Optional<Double> train, double dev, double test, Dataset dataset) {
        double[] wanted = {train.orElse(0.0), dev, test};
        Split.Unit unit = said.orElseGet(() -> looksLike(wanted));
        int n = dataset.examples();
        double all = unit == Split.Unit.FRACTION ? 1 : unit == Split.Unit.PERCENT ? 100 : n;
        int[] sizes = new int[3];
        for (int p = 0; p < 3; p++) {
            sizes[p] = unit == Split.Unit.EXAMPLES
                    ? (int) wanted[p]
                    : (int) (unit == Split.Unit.PERCENT ? n * wanted[p] / 100 : n * wanted[p]);
        }
        if (train.isEmpty()) {
            sizes[0] = Math.max(0, n - sizes[1] - sizes[2]);
        } else if (unit != Split.Unit.EXAMPLES && wanted[0] + dev + test > all - SLACK) {
            int last = test > 0 ? 2 : dev > 0 ? 1 : 0;
            sizes[last] = n - IntStream.range(0, last).map(p -> sizes[p]).sum();
        }
        requireEnough(sizes, wanted, train.isEmpty(), dataset);
        return sizes;
    }

    private static void requireEnough(int[] sizes, double[] wanted, boolean rest, Dataset dataset) {
        long sum = (long) sizes[0] + sizes[1] + sizes[2];
        if (sum > dataset.examples() || (rest && sizes[0] == 0)) {
            throw DataException.ofOption(
                    rest ? "dev" : "train",
                    "the parts take " + sum + " examples" + (rest ? " and leave none for training" : "") + "; "
                            + dataset.source() + " has " + dataset.examples());
        }
        for (int p = 0; p < 3; p++) {
            if (wanted[p] > 0 && sizes[p] < 1) {
                throw DataException.ofOption(
                        NAMES[p],
                        NAMES[p] + ": " + wanted[p] + " of the " + dataset.examples() + " examples of "
                                + dataset.source() + " is none; at least one is needed");
            }
        }
    }
}
