package org.layerwise.experiment.internal.codecs;

import java.time.Duration;
import java.util.Map;
import org.layerwise.dataio.Streaming;
import org.layerwise.experiment.BatchSize;
import org.layerwise.experiment.CheckpointInterval;
import org.layerwise.experiment.PartPlan;
import org.layerwise.experiment.Shuffle;
import org.layerwise.experiment.internal.binding.Codec;
import org.layerwise.experiment.internal.sweep.Choice;
import org.layerwise.training.ClassWeights;

/** All codecs by the class that they read. */
public final class Codecs {
    private Codecs() {}

    /** All of them. */
    public static Map<Class<?>, Codec<?>> all() {
        return Map.of(
                BatchSize.class, new BatchSizeCodec(),
                Shuffle.class, new ShuffleCodec(),
                ClassWeights.class, new ClassWeightsCodec(),
                Duration.class, new DurationCodec(),
                Choice.OneOf.class, new OneOfCodec(),
                Choice.class, new ChoiceCodec(),
                CheckpointInterval.class, new CheckpointIntervalCodec(),
                Streaming.class, new StreamingCodec(),
                PartPlan.class, new PartPlanCodec());
    }
}
