package org.layerwise.dataio;

import java.util.List;
import java.util.stream.IntStream;
import org.layerwise.core.DenseMatrix;
import org.layerwise.dataio.internal.Decimal;
import org.layerwise.dataio.internal.Names;

/**
 * Numbers as they are, one row for each target column: regression.
 *
 * @param names the target columns
 */
public record NumericTargets(List<String> names) implements TargetEncoding {
    public NumericTargets {
        names = List.copyOf(names);
    }

    /** Takes the column names from the training part. */
    public static NumericTargets of(Dataset training) {
        requireTargets(training);
        return new NumericTargets(training.targets().stream().map(Column::name).toList());
    }

    @Override
    public int outputs() {
        return names.size();
    }

    @Override
    public DenseMatrix encode(Dataset dataset) {
        requireTargets(dataset, outputs());
        DenseMatrix y = new DenseMatrix(outputs(), dataset.examples());
        for (int t = 0; t < outputs(); t++) {
            Column column = dataset.targets().get(t);
            if (column.isCategorical()) {
                throw DataException.ofOption(
                        "target",
                        dataset.place(firstText(dataset, t), column) + ": "
                                + Names.quoted(label(dataset, t, firstText(dataset, t)))
                                + " is no number; the loss needs numbers");
            }
            for (int i = 0; i < dataset.examples(); i++) {
                double value = dataset.target(i, t);
                if (!Double.isFinite(value)) {
                    throw new DataException(dataset.place(i, column) + ": the target "
                            + (Double.isNaN(value) ? "is missing or NaN" : "is " + value)
                            + "; a finite number is needed");
                }
                y.setEntry(t, i, value);
            }
        }
        return y;
    }

    private static int firstText(Dataset dataset, int target) {
        Decimal decimal = new Decimal();
        return IntStream.range(0, dataset.examples())
                .filter(i -> !decimal.parse(
                        label(dataset, target, i).toCharArray(),
                        0,
                        label(dataset, target, i).length()))
                .findFirst()
                .orElse(0);
    }

    private static String label(Dataset dataset, int target, int example) {
        return dataset.targets()
                .get(target)
                .label(dataset.target(example, target))
                .orElse("");
    }

    static void requireTargets(Dataset dataset) {
        if (dataset.targets().isEmpty()) {
            throw DataException.ofOption("target", dataset.source() + " has no target; the loss needs one");
        }
    }

    static void requireTargets(Dataset dataset, int count) {
        if (dataset.targets().size() != count) {
            throw new DataException(dataset.source() + " has "
                    + dataset.targets().size() + " target columns; the training part has " + count);
        }
    }
}
