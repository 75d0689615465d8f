package org.layerwise.experiment.internal.codecs;

import java.util.Optional;
import org.layerwise.dataio.Streaming;
import org.layerwise.experiment.internal.binding.Binder;
import org.layerwise.experiment.internal.binding.Codec;
import org.layerwise.experiment.internal.binding.Spot;
import org.layerwise.experiment.internal.binding.Writer;
import org.layerwise.experiment.internal.yaml.ScalarNode;

/** {@code true}, {@code false} or {@code auto}. */
final class StreamingCodec implements Codec<Streaming> {
    private static final String AUTO = "auto";

    @Override
    public Optional<Streaming> read(Binder binder, Spot spot) {
        if (spot.node() instanceof ScalarNode scalar && !scalar.isNothing()) {
            switch (scalar.text()) {
                case "true":
                    return Optional.of(Streaming.ALWAYS);
                case "false":
                    return Optional.of(Streaming.NEVER);
                case AUTO:
                    return Optional.of(Streaming.AUTO);
                default:
                    break;
            }
        }
        binder.problems()
                .add(spot.place(), spot.path(), spot.node().describe() + " is not known; expected true, false or auto");
        return Optional.empty();
    }

    @Override
    public Object write(Streaming value, Writer writer) {
        return value == Streaming.AUTO ? AUTO : value == Streaming.ALWAYS;
    }
}
