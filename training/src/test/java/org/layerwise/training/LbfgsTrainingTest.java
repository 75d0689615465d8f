package org.layerwise.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;
import org.layerwise.activations.Linear;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Splittable;
import org.layerwise.network.Network;
import org.layerwise.network.layers.Dense;
import org.layerwise.network.losses.MeanSquaredError;
import org.layerwise.optimizers.Lbfgs;
import org.layerwise.regularizers.DropConnect;
import org.layerwise.regularizers.NonNegative;
import org.layerwise.training.clipping.ClipNorm;

/** A rule that sees all parameters and the cost elsewhere. */
class LbfgsTrainingTest {
    private static final int EXAMPLES = 60;

    @Test
    void findsTheLeastSquaresSolution() { // up to the change of 1e-9 in J below which no step is taken
        DenseMatrix x = new DenseMatrix(3, EXAMPLES);
        DenseMatrix y = new DenseMatrix(1, EXAMPLES);
        RandomSource random = new Splittable().seeded(4);
        double[] observed = new double[EXAMPLES];
        double[][] rows = new double[EXAMPLES][3];
        for (int j = 0; j < EXAMPLES; j++) {
            for (int i = 0; i < 3; i++) {
                rows[j][i] = random.nextGaussian() * (i + 1);
                x.setEntry(i, j, rows[j][i]);
            }
            observed[j] = 2 * rows[j][0] - rows[j][1] + 0.3 * rows[j][2] + 5 + random.nextGaussian();
            y.setEntry(0, j, observed[j]);
        }
        OLSMultipleLinearRegression exact = new OLSMultipleLinearRegression();
        exact.newSampleData(observed, rows);
        double[] solution = exact.estimateRegressionParameters();

        Network network = network(new Dense(1, new Linear()));
        Trainer.builder(network, new Lbfgs())
                .train(Examples.of(x, y))
                .options(TrainingOptions.epochs(25).fullBatch().build())
                .build()
                .train();

        for (int i = 0; i < 3; i++) {
            assertThat(network.parameters().get(0).value().values()[i]).isCloseTo(solution[i + 1], within(1e-4));
        }
        assertThat(network.parameters().get(1).value().values()[0]).isCloseTo(solution[0], within(1e-4));
    }

    @Test
    void refusesWhatChangesTheCostUnderItsFeet() {
        assertRefused(
                network(new Dense(1, new Linear())),
                TrainingOptions.epochs(1).batchSize(10).build(),
                "Lbfgs needs the whole training part in each step; call fullBatch()");
        assertRefused(
                network(new Dense(1, new Linear())),
                TrainingOptions.epochs(1)
                        .fullBatch()
                        .gradientClipping(new ClipNorm(1))
                        .build(),
                "Lbfgs searches along true gradients; leave clipping out");
        assertRefused(
                network(new Dense(1, new Linear()).withConstraint(new NonNegative())),
                TrainingOptions.epochs(1).fullBatch().build(),
                "Lbfgs can't keep constraints; leave them out");
        assertRefused(
                network(new Dense(1, new Linear()).withWeightNoise(new DropConnect(0.5))),
                TrainingOptions.epochs(1).fullBatch().build(),
                "Lbfgs needs the same cost wherever it looks again; dense_1 draws noise, leave it out");
    }

    private static void assertRefused(Network network, TrainingOptions options, String message) {
        DenseMatrix x = new DenseMatrix(3, EXAMPLES);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trainer.builder(network, new Lbfgs())
                        .train(Examples.of(x, new DenseMatrix(1, EXAMPLES)))
                        .options(options)
                        .random(new Splittable().seeded(1))
                        .build())
                .withMessage(message);
    }

    private static Network network(Dense layer) {
        return Network.builder(3)
                .layer(layer)
                .loss(new MeanSquaredError())
                .random(new Splittable().seeded(2))
                .build();
    }
}
