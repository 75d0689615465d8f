package org.layerwise.experiment.internal.codecs;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.layerwise.experiment.Shuffle;
import org.layerwise.experiment.internal.binding.Binder;
import org.layerwise.experiment.internal.binding.Codec;
import org.layerwise.experiment.internal.binding.Schemas;
import org.layerwise.experiment.internal.binding.Spot;
import org.layerwise.experiment.internal.binding.Writer;
import org.layerwise.experiment.internal.yaml.MapNode;
import org.layerwise.experiment.internal.yaml.ScalarNode;

/** {@code true}, {@code false}, or {@code {seed: 10, reseed: each_epoch | never}}. */
final class ShuffleCodec implements Codec<Shuffle> {
    /** What a map says. */
    public record Seeded(long seed, Shuffle.Reseed reseed) {
        public Seeded(long seed) {
            this(seed, Shuffle.Reseed.EACH_EPOCH);
        }
    }

    @Override
    public Optional<Shuffle> read(Binder binder, Spot spot) {
        if (spot.node() instanceof MapNode) {
            return binder.bind(Seeded.class, spot)
                    .map(s -> new Shuffle(Shuffle.Order.SHUFFLED, Optional.of(s.seed()), s.reseed()));
        }
        if (spot.node() instanceof ScalarNode) {
            return binder.bind(Boolean.class, spot).map(on -> on ? new Shuffle() : Shuffle.off());
        }
        binder.problems()
                .add(
                        spot.place(),
                        spot.path(),
                        spot.node().describe()
                                + " stands here; expected true, false or {seed: …, reseed: each_epoch or never}");
        return Optional.empty();
    }

    @Override
    public Map<String, Object> schema(Schemas schemas) {
        return Schemas.anyOf(schemas.of(Boolean.class), schemas.record(Seeded.class));
    }

    @Override
    public Object write(Shuffle value, Writer writer) {
        if (value.seed().isEmpty()) {
            return value.order() == Shuffle.Order.SHUFFLED;
        }
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("seed", value.seed().get());
        written.put("reseed", value.reseed().name().toLowerCase(Locale.ROOT));
        return written;
    }
}
