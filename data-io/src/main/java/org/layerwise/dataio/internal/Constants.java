package org.layerwise.dataio.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.Dataset;

/** Finds columns whose known values are all the same. */
public final class Constants {
    private Constants() {}

    /** Whether these values are all the same. */
    public static boolean isConstant(double[] values) {
        return Arrays.stream(values).allMatch(value -> value == values[0]);
    }

    /** Whether a column's known values are all the same, or it has none. */
    public static boolean isConstant(Dataset dataset, int column) {
        double first = Double.NaN;
        for (int i = 0; i < dataset.examples(); i++) {
            double value = dataset.feature(i, column);
            if (!Double.isNaN(value) && !Double.isNaN(first) && value != first) {
                return false;
            }
            first = Double.isNaN(first) ? value : first;
        }
        return true;
    }

    /** The constant columns of a data set. */
    public static int[] among(Dataset dataset, int[] columns) {
        if (!dataset.isStreamed()) {
            return IntStream.of(columns).filter(c -> isConstant(dataset, c)).toArray();
        }
        return inOnePass(dataset, columns);
    }

    /** Row by row, as far as some column may still be constant, for data that are read whenever they are asked for. */
    private static int[] inOnePass(Dataset dataset, int[] columns) {
        double[] row = new double[dataset.features()];
        double[] first = new double[dataset.features()];
        int[] constant = columns.clone();
        Arrays.fill(first, Double.NaN);
        for (int i = 0; i < dataset.examples() && constant.length > 0; i++) {
            dataset.copyFeatures(i, row);
            int left = 0;
            for (int c : constant) {
                boolean varies = !Double.isNaN(row[c]) && !Double.isNaN(first[c]) && row[c] != first[c];
                first[c] = Double.isNaN(first[c]) ? row[c] : first[c];
                if (!varies) {
                    constant[left++] = c;
                }
            }
            constant = left == constant.length ? constant : Arrays.copyOf(constant, left);
        }
        return constant;
    }

    /**
     * A sentence on the constant ones among numeric columns, if there are any.
     *
     * @param wanted the columns that the experiment file lists; empty for all
     * @param becomes what the transform makes of them
     */
    public static List<String> notes(Dataset training, List<String> wanted, String becomes) {
        List<String> names = ColumnPick.names(training, wanted, c -> !c.isCategorical(), "numeric");
        List<String> constant = IntStream.of(among(training, ColumnPick.indices(training, names)))
                .mapToObj(training.columns()::get)
                .map(Column::name)
                .toList();
        if (constant.isEmpty()) {
            return List.of();
        }
        boolean one = constant.size() == 1;
        String which = one ? "column " + Names.quoted(constant.get(0)) + " is" : constant.size() + " columns are";
        String examples = one
                ? ""
                : " (" + Names.listed(constant.stream().limit(3).toList()) + (constant.size() > 3 ? ", …)" : ")");
        return List.of(which + " constant in the training part" + examples + ": "
                + (one ? "it becomes " : "they become ") + becomes + "; drop_constant leaves such columns out");
    }
}
