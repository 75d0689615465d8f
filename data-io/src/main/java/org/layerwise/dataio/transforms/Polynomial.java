package org.layerwise.dataio.transforms;

import static org.layerwise.core.Options.require;

import java.util.List;
import org.layerwise.core.OneOrMore;
import org.layerwise.core.OptionException;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.Transform;
import org.layerwise.dataio.internal.ColumnPick;

/**
 * Adds the products of numeric columns up to a degree: {@code x1^2}, {@code x1 x2}, {@code x2^2}.
 *
 * <p>The new columns come last, in the order of scikit-learn's {@code PolynomialFeatures} without bias.
 *
 * @param degree the most factors of a product, in [2, 10]; default 2
 * @param columns numeric columns to multiply; default all
 */
public record Polynomial(int degree, @OneOrMore List<String> columns) implements Transform {
    private static final long MOST = 100_000;

    public Polynomial() {
        this(2, List.of());
    }

    /** @throws OptionException if degree is out of range */
    public Polynomial {
        columns = List.copyOf(columns);
        require(degree >= 2 && degree <= 10, "degree", degree, "in [2, 10]");
    }

    @Override
    public Fitted fit(Dataset training) {
        List<String> names = ColumnPick.names(training, columns, c -> !c.isCategorical(), "numeric");
        long products = 1;
        for (int d = 1; d <= degree && products <= MOST; d++) {
            products = products * (names.size() + d) / d;
        }
        if (products > MOST) {
            throw DataException.ofOption(
                    "degree",
                    "degree " + degree + " of " + names.size() + " columns makes more than " + MOST + " columns");
        }
        return new FittedPolynomial(degree, names);
    }
}
