package org.layerwise.dataio.transforms;

import java.util.List;
import java.util.stream.IntStream;
import org.layerwise.core.OneOrMore;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.Transform;
import org.layerwise.dataio.internal.ColumnPick;
import org.layerwise.dataio.internal.Constants;
import org.layerwise.dataio.internal.Names;

/**
 * Leaves out columns that say nothing: those with one value, or none, in the whole training part.
 *
 * <p>Missing values do not count as a value; impute with an indicator before, where that a value is missing says something.
 * Which columns are left out is in the log. That none would be left is an error.
 * <p>Source: scikit-learn, {@code VarianceThreshold} with threshold 0.
 *
 * @param columns columns to look at, of any kind; default all
 */
public record DropConstant(@OneOrMore List<String> columns) implements Transform {
    public DropConstant() {
        this(List.of());
    }

    public DropConstant {
        columns = List.copyOf(columns);
    }

    @Override
    public Fitted fit(Dataset training) {
        List<String> constant = constant(training);
        if (constant.size() == training.columns().size()) {
            throw new DataException(
                    training.source() + ": every column is constant in the training part; no feature would be left");
        }
        return new FittedDropConstant(constant);
    }

    private List<String> constant(Dataset training) {
        List<String> names = ColumnPick.names(training, columns, c -> true, "");
        return IntStream.of(Constants.among(training, ColumnPick.indices(training, names)))
                .mapToObj(training.columns()::get)
                .map(Column::name)
                .toList();
    }

    @Override
    public List<String> notes(Dataset training) {
        List<String> constant = constant(training);
        if (constant.isEmpty()) {
            return List.of();
        }
        String names = Names.listed(constant.stream().limit(5).toList()) + (constant.size() > 5 ? ", …" : "");
        return List.of("drop_constant leaves out " + constant.size() + " of "
                + training.columns().size() + " columns, constant in the training part: " + names);
    }
}
