package org.layerwise.experiment.internal.codecs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.layerwise.dataio.Streaming;
import org.layerwise.experiment.internal.binding.Binder;
import org.layerwise.experiment.internal.binding.Codec;
import org.layerwise.experiment.internal.binding.Schemas;
import org.layerwise.experiment.internal.binding.Spot;
import org.layerwise.experiment.internal.binding.Writer;
import org.layerwise.experiment.internal.yaml.ScalarNode;

/** {@code true}, {@code false} or {@code auto}. */
final class StreamingCodec implements Codec<Streaming> {
    private static final String AUTO = "auto";

    @Override
    public Optional<Streaming> read(Binder binder, Spot spot) {
        Optional<Streaming> known = spot.node() instanceof ScalarNode scalar && !scalar.isNothing()
                ? known(scalar.text())
                : Optional.empty();
        if (known.isEmpty()) {
            String what = spot.node().describe() + " is not known; expected true, false or auto";
            binder.problems().add(spot.place(), spot.path(), what);
        }
        return known;
    }

    private static Optional<Streaming> known(String text) {
        return switch (text) {
            case "true" -> Optional.of(Streaming.ALWAYS);
            case "false" -> Optional.of(Streaming.NEVER);
            case AUTO -> Optional.of(Streaming.AUTO);
            default -> Optional.empty();
        };
    }

    @Override
    public Map<String, Object> schema(Schemas schemas) {
        return Map.of("enum", List.of(true, false, AUTO));
    }

    @Override
    public Object write(Streaming value, Writer writer) {
        return value == Streaming.AUTO ? AUTO : value == Streaming.ALWAYS;
    }
}
