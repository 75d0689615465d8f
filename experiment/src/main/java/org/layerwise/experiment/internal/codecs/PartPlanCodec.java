package org.layerwise.experiment.internal.codecs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.layerwise.core.OptionException;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.experiment.PartPlan;
import org.layerwise.experiment.internal.binding.Binder;
import org.layerwise.experiment.internal.binding.Codec;
import org.layerwise.experiment.internal.binding.Schemas;
import org.layerwise.experiment.internal.binding.Spot;
import org.layerwise.experiment.internal.binding.Writer;
import org.layerwise.experiment.internal.yaml.MapNode;

/** A reader with {@code skip} and {@code take} among its options. */
final class PartPlanCodec implements Codec<PartPlan> {
    private static final String SKIP = "skip";
    private static final String TAKE = "take";

    @Override
    public Optional<PartPlan> read(Binder binder, Spot spot) {
        if (!(spot.node() instanceof MapNode map)) {
            return binder.bind(DatasetReader.class, spot).map(PartPlan::new);
        }
        Optional<Integer> skip = count(binder, spot, map, SKIP);
        Optional<Integer> take = count(binder, spot, map, TAKE);
        Optional<DatasetReader> reader = binder.bind(DatasetReader.class, spot.with(map.without(SKIP, TAKE)));
        boolean sound = skip.isPresent() == map.get(SKIP).isPresent()
                && take.isPresent() == map.get(TAKE).isPresent();
        return sound ? reader.flatMap(r -> make(binder, spot, map, r, skip, take)) : Optional.empty();
    }

    private static Optional<Integer> count(Binder binder, Spot spot, MapNode map, String key) {
        MapNode.Entry entry = map.entries().get(key);
        return entry == null ? Optional.empty() : binder.bind(Integer.class, spot.child(entry));
    }

    private static Optional<PartPlan> make(
            Binder binder,
            Spot spot,
            MapNode map,
            DatasetReader reader,
            Optional<Integer> skip,
            Optional<Integer> take) {
        try {
            return Optional.of(new PartPlan(reader, skip.orElse(0), take));
        } catch (OptionException e) {
            Spot at = Optional.ofNullable(map.entries().get(e.option()))
                    .map(spot::child)
                    .orElse(spot);
            binder.problems().add(at.place(), at.path(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    @Override
    public Map<String, Object> schema(Schemas schemas) {
        return schemas.component(
                DatasetReader.class,
                "reader",
                Map.of(SKIP, schemas.of(Integer.class), TAKE, schemas.of(Integer.class)));
    }

    @Override
    public Object write(PartPlan value, Writer writer) {
        Object reader = writer.value(value.reader());
        if (value.skip() == 0 && value.take().isEmpty()) {
            return reader;
        }
        Map<String, Object> written = new LinkedHashMap<>();
        if (reader instanceof Map<?, ?> options) {
            options.forEach((key, option) -> written.put(String.valueOf(key), option));
        } else {
            written.put("type", reader);
        }
        if (value.skip() > 0) {
            written.put(SKIP, value.skip());
        }
        value.take().ifPresent(take -> written.put(TAKE, take));
        return written;
    }
}
