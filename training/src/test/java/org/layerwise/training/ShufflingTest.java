package org.layerwise.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.layerwise.core.Numpy;
import org.layerwise.core.RandomSource;
import org.layerwise.core.Splittable;
import org.layerwise.network.Network;
import org.layerwise.network.Workspace;

class ShufflingTest {
    @Test
    void reseededIsANewGeneratorForEachEpoch() {
        Shuffling shuffling = Shuffling.reseeded(new Numpy().seeded(99), 10);
        for (int epoch = 0; epoch < 3; epoch++) {
            assertThat(order(shuffling, epoch))
                    .isEqualTo(new Numpy().seeded(11 + epoch).permutation(30));
        }
        assertThat(shuffling.stream()).isEmpty();
    }

    @Test
    void goingOnIsOneGeneratorForAllEpochs() {
        Shuffling shuffling = Shuffling.goingOn(new Numpy().seeded(10));
        RandomSource same = new Numpy().seeded(10);
        for (int epoch = 0; epoch < 3; epoch++) {
            assertThat(order(shuffling, epoch)).isEqualTo(same.permutation(30));
        }
    }

    @Test
    void byEpochDependsOnSeedAndEpochAlone() {
        Shuffling shuffling = Shuffling.byEpoch(new Splittable().seeded(3));
        int[] second = order(shuffling, 1);
        assertThat(second).isEqualTo(order(Shuffling.byEpoch(new Splittable().seeded(3)), 1));
        assertThat(second).isNotEqualTo(order(shuffling, 2));
    }

    @Test
    void byEpochGoesOnWhereAllStreamsAreOne() {
        RandomSource main = new Numpy().seeded(3);
        main.nextGaussian();
        RandomSource same = new Numpy().seeded(3);
        same.nextGaussian();
        assertThat(order(Shuffling.byEpoch(main), 0)).isEqualTo(same.permutation(30));
        assertThat(order(Shuffling.byEpoch(main), 1)).isEqualTo(same.permutation(30));
    }

    @Test
    void anEpochTakesEveryExampleOnceAndTheLastBatchTakesTheRest() {
        Examples examples = Small.points(10, 1);
        Network network = Small.logistic(2);
        Batches batches = new Batches(network, examples, 4, Shuffling.byEpoch(new Splittable().seeded(1)));
        assertThat(batches.count()).isEqualTo(3);
        batches.begin(0);
        List<Double> seen = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (int b = 0; b < 3; b++) {
            Workspace workspace = batches.load(b, 0, 0);
            sizes.add(workspace.examples());
            for (double value : workspace.input().getRow(0)) {
                seen.add(value);
            }
        }
        Workspace all = network.workspace(10);
        examples.gather(examples.inOrder(), 0, all);
        List<Double> expected = new ArrayList<>();
        for (double value : all.input().getRow(0)) {
            expected.add(value);
        }
        assertThat(sizes).containsExactly(4, 4, 2);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(expected).isNotEqualTo(expected);
    }

    @Test
    void aFullBatchIsNeverShuffled() {
        Shuffling refused = (order, epoch) -> {
            throw new AssertionError("a full batch was shuffled");
        };
        for (int size : new int[] {10, 64}) {
            Batches batches = new Batches(Small.logistic(2), Small.points(10, 1), size, refused);
            batches.begin(0);
            assertThat(batches.count()).isEqualTo(1);
            assertThat(batches.size()).isEqualTo(10);
        }
    }

    private static int[] order(Shuffling shuffling, long epoch) {
        int[] order = Small.points(30, 1).inOrder();
        shuffling.shuffle(order, epoch);
        return order;
    }
}
