package org.layerwise.experiment.internal.codecs;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.layerwise.experiment.internal.binding.Binder;
import org.layerwise.experiment.internal.binding.Codec;
import org.layerwise.experiment.internal.binding.Schemas;
import org.layerwise.experiment.internal.binding.Spot;
import org.layerwise.experiment.internal.binding.Writer;
import org.layerwise.experiment.internal.yaml.ScalarNode;

/** {@code 10m}, {@code 1h30m}, {@code 45s}, {@code 500ms}. */
final class DurationCodec implements Codec<Duration> {
    static final String PATTERN = "(?:[0-9]{1,9}(?:ms|[dhms]))+";
    private static final Pattern WHOLE = Pattern.compile(PATTERN);
    private static final Pattern PIECE = Pattern.compile("([0-9]+)(ms|[dhms])");
    private static final Map<String, Duration> UNITS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));

    @Override
    public Optional<Duration> read(Binder binder, Spot spot) {
        return binder.bind(String.class, spot).flatMap(text -> {
            if (!isDuration(text)) {
                String found = spot.node() instanceof ScalarNode scalar ? scalar.describe() : text;
                binder.problems()
                        .add(
                                spot.place(),
                                spot.path(),
                                found + " is no duration; expected a number with a unit, 10m, 1h30m, 45s");
                return Optional.empty();
            }
            return Optional.of(sum(text));
        });
    }

    static boolean isDuration(String text) {
        return WHOLE.matcher(text).matches();
    }

    static Duration sum(String text) {
        Duration sum = Duration.ZERO;
        Matcher matcher = PIECE.matcher(text);
        while (matcher.find()) {
            Duration unit = UNITS.getOrDefault(matcher.group(2), Duration.ZERO);
            sum = sum.plus(unit.multipliedBy(Long.parseLong(matcher.group(1))));
        }
        return sum;
    }

    @Override
    public Map<String, Object> schema(Schemas schemas) {
        return Map.of("type", "string", "pattern", "^" + PATTERN + "$");
    }

    @Override
    public Object write(Duration value, Writer writer) {
        return value.toMillis() % 1000 == 0 ? value.toSeconds() + "s" : value.toMillis() + "ms";
    }
}
