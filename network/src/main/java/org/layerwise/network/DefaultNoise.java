package org.layerwise.network;

import org.layerwise.core.RandomSource;
import org.layerwise.core.StepRandom;

/** A stream of the layer's own that begins anew at every step, or the one stream there is, which goes on. */
final class DefaultNoise implements StepRandom {
    private static final double TWO_TO_THE_31 = 0x1.0p31;
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private final RandomSource source;
    private final String name;
    private final RandomSource stream;
    private final boolean goesOn;
    private final long base;

    /** @param layer the layer's place, from 1 */
    DefaultNoise(RandomSource source, int layer) {
        this(source, "dropout/layer-" + layer);
    }

    private DefaultNoise(RandomSource source, String name) {
        this.source = source;
        this.name = name;
        this.stream = source.stream(name);
        this.goesOn = stream == source;
        this.base = goesOn ? 0 : (long) (stream.nextDouble() * TWO_TO_THE_31);
    }

    @Override
    public RandomSource at(long step) {
        if (!goesOn) {
            stream.reseed(base ^ (step + 1) * GOLDEN_RATIO);
        }
        return stream;
    }

    @Override
    public StepRandom within(String inner) {
        return goesOn ? this : new DefaultNoise(source, name + "/" + inner);
    }
}
