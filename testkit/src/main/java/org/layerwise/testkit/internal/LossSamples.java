package org.layerwise.testkit.internal;

import java.util.List;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.SplittableRandomSource;
import org.layerwise.network.Loss;
import org.layerwise.network.TargetKind;
import org.layerwise.testkit.LossContract.Domain;
import org.layerwise.testkit.LossContract.Domains;

/** Predictions and targets that suit a loss; all from fixed seeds. */
public final class LossSamples {
    private final Domains domains;

    /** Samples for losses of these domains. */
    public LossSamples(Domains domains) {
        this.domains = domains;
    }

    /** A prediction with its target. */
    record Pair(DenseMatrix prediction, DenseMatrix target) {}

    /** How many outputs are tried: one class alone is none. */
    static List<Integer> outputs(Loss loss) {
        return loss.targets() == TargetKind.ONE_HOT ? List.of(2, 3, 17) : List.of(1, 2, 5);
    }

    Pair pair(Loss loss, int outputs, int examples, long seed) {
        return new Pair(prediction(loss, outputs, examples, seed), target(loss, outputs, examples, seed));
    }

    private DenseMatrix prediction(Loss loss, int outputs, int examples, long seed) {
        DenseMatrix prediction = Samples.normal(outputs, examples, 7 * seed + 1);
        double[] p = prediction.values();
        switch (loss.targets()) {
            case NUMERIC -> positive(loss, p);
            case BINARY -> {
                for (int i = 0; i < p.length; i++) {
                    p[i] = 0.02 + 0.96 / (1 + StrictMath.exp(-p[i]));
                }
            }
            case ONE_HOT -> normalize(prediction);
        }
        return prediction;
    }

    private void positive(Loss loss, double[] values) {
        if (domains.of(loss) == Domain.POSITIVE) {
            for (int i = 0; i < values.length; i++) {
                values[i] = 0.1 + Math.abs(values[i]);
            }
        }
    }

    private static void normalize(DenseMatrix prediction) {
        int m = prediction.getColumnDimension();
        double[] p = prediction.values();
        for (int j = 0; j < m; j++) {
            double sum = 0;
            for (int i = j; i < p.length; i += m) {
                p[i] = StrictMath.exp(p[i] / 3);
                sum += p[i];
            }
            for (int i = j; i < p.length; i += m) {
                p[i] /= sum;
            }
        }
    }

    private DenseMatrix target(Loss loss, int outputs, int examples, long seed) {
        DenseMatrix target = new DenseMatrix(outputs, examples);
        SplittableRandomSource random = new SplittableRandomSource(7 * seed + 2);
        switch (loss.targets()) {
            case NUMERIC -> {
                DenseMatrix numbers = Samples.normal(outputs, examples, 7 * seed + 3);
                positive(loss, numbers.values());
                return numbers;
            }
            case BINARY -> {
                for (int i = 0; i < target.values().length; i++) {
                    target.values()[i] = random.nextInt(2);
                }
            }
            case ONE_HOT -> {
                for (int j = 0; j < examples && outputs > 0; j++) {
                    target.setEntry(random.nextInt(outputs), j, 1);
                }
            }
        }
        return target;
    }
}
