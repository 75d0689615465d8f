package org.layerwise.dataio.transforms;

import static org.layerwise.core.Options.require;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.layerwise.core.Alias;
import org.layerwise.core.OneOrMore;
import org.layerwise.core.OptionException;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.Transform;
import org.layerwise.dataio.internal.ColumnPick;
import org.layerwise.dataio.internal.ColumnStatistics;
import org.layerwise.dataio.internal.Gaps;
import org.layerwise.dataio.internal.OrderStatistics;
import org.layerwise.dataio.internal.ValueCounts;

/**
 * Fills missing values with one value for each column, taken from the known values of the training part.
 *
 * <p>{@code mean} and {@code median} are for numeric columns and leave the others alone; {@code most_frequent} takes the
 * least (for texts the first) of several; {@code constant} fills {@code value}. A column without a known value is an
 * error, unless the value is a constant.
 *
 * <p>With {@code indicator} each of these columns that lacks a value in the training part gets a companion, 1 where the
 * value is missing and 0 elsewhere, named {@code Age is missing}; the companions come last.
 * <p>Source: scikit-learn, {@code SimpleImputer}. Differs from: scikit-learn, which leaves a column without a known value
 * out.
 *
 * @param strategy {@code mean}, {@code median}, {@code most_frequent} or {@code constant}; default mean
 * @param value what {@code constant} fills: a number or, in a categorical column, a category
 * @param columns columns to fill; default all that the strategy is for
 * @param indicator whether columns say where values were missing; default false
 */
public record Impute(
        Strategy strategy,
        @Alias("fill_value") Optional<String> value,
        @OneOrMore List<String> columns,
        @Alias("add_indicator") boolean indicator)
        implements Transform {
    /** How the value to fill is found. */
    public enum Strategy {
        /** The mean of the known values. */
        MEAN,
        /** Their median. */
        MEDIAN,
        /** The value that comes most often. */
        MOST_FREQUENT,
        /** A value that is given. */
        CONSTANT
    }

    public Impute() {
        this(Strategy.MEAN, Optional.empty(), List.of());
    }

    /** Without indicators. */
    public Impute(Strategy strategy, Optional<String> value, List<String> columns) {
        this(strategy, value, columns, false);
    }

    /** @throws OptionException if value does not go with the strategy */
    public Impute {
        columns = List.copyOf(columns);
        if ((strategy == Strategy.CONSTANT) != value.isPresent()) {
            throw new OptionException(
                    "value",
                    value.isPresent() ? "value goes with strategy constant only" : "strategy constant needs a value");
        }
        value.ifPresent(v -> require(!v.equals("NaN"), "value", v, "a known value"));
    }

    @Override
    public Fitted fit(Dataset training) {
        boolean numbersOnly = strategy == Strategy.MEAN || strategy == Strategy.MEDIAN;
        List<String> names = ColumnPick.names(
                training, columns, c -> !numbersOnly || !c.isCategorical(), "numeric; take strategy: most_frequent");
        int[] indices = ColumnPick.indices(training, names);
        List<String> fills = fills(training, indices);
        Map<String, String> values = new LinkedHashMap<>();
        for (int k = 0; k < indices.length; k++) {
            values.put(names.get(k), fills.get(k));
        }
        return new FittedImpute(values, indicator ? lacking(training, indices) : List.of());
    }

    private static List<String> lacking(Dataset training, int[] indices) {
        return IntStream.of(Gaps.among(training, indices))
                .mapToObj(index -> training.columns().get(index).name())
                .toList();
    }

    private List<String> fills(Dataset training, int[] indices) {
        return switch (strategy) {
            case MEAN ->
                Arrays.stream(ColumnStatistics.of(training, indices))
                        .map(column -> Double.toString(column.mean()))
                        .toList();
            case MEDIAN ->
                OrderStatistics.of(training, indices, known -> new long[] {(known - 1) / 2, known / 2}).stream()
                        .map(found -> Double.toString(median(found)))
                        .toList();
            case MOST_FREQUENT -> mostFrequent(training, indices);
            case CONSTANT -> Collections.nCopies(indices.length, value.orElseThrow());
        };
    }

    private static double median(OrderStatistics.Found found) {
        double below = found.values()[0];
        double above = found.values()[1];
        return found.known() % 2 == 1 ? below : (below + above) / 2;
    }

    private static List<String> mostFrequent(Dataset training, int[] indices) {
        double[] values = training.isStreamed()
                ? new ValueCounts(training, indices).mostFrequent()
                : IntStream.of(indices)
                        .mapToDouble(index -> mostFrequent(ColumnPick.someKnown(training, index)))
                        .toArray();
        return IntStream.range(0, indices.length)
                .mapToObj(k -> text(training.columns().get(indices[k]), values[k]))
                .toList();
    }

    private static String text(Column column, double value) {
        return column.isCategorical() ? column.label(value).orElseThrow() : Double.toString(value);
    }

    /** The first of the longest runs among the sorted values. */
    private static double mostFrequent(double[] known) {
        Arrays.sort(known);
        int longest = 0;
        double most = known[0];
        for (int from = 0, i = 0; i < known.length; i++) {
            from = known[i] == known[from] ? from : i;
            if (i - from + 1 > longest) {
                longest = i - from + 1;
                most = known[i];
            }
        }
        return most + 0.0;
    }
}
