package org.layerwise.experiment.internal.codecs;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.layerwise.core.OptionException;
import org.layerwise.experiment.CheckpointInterval;
import org.layerwise.experiment.internal.binding.Binder;
import org.layerwise.experiment.internal.binding.Codec;
import org.layerwise.experiment.internal.binding.Schemas;
import org.layerwise.experiment.internal.binding.Spot;
import org.layerwise.experiment.internal.binding.Writer;
import org.layerwise.experiment.internal.yaml.MapNode;
import org.layerwise.experiment.internal.yaml.ScalarNode;

/** {@code 10}, {@code 10 epochs}, {@code 500 steps}, {@code 5m}, {@code {minutes: 5}}. */
final class CheckpointIntervalCodec implements Codec<CheckpointInterval> {
    private static final Pattern COUNTED = Pattern.compile("([0-9]{1,9}) *(epochs?|steps?|minutes?)");
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9.eE+]+");
    private static final String EXPECTED =
            "expected a number of epochs, 500 steps, 5m, or one of {epochs: 10}, " + "{steps: 500}, {minutes: 5}";

    /** What a map says. */
    public record Given(Optional<Long> epochs, Optional<Long> steps, Optional<Double> minutes) {
        public Given() {
            this(Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    @Override
    public Optional<CheckpointInterval> read(Binder binder, Spot spot) {
        if (spot.node() instanceof MapNode) {
            return binder.bind(Given.class, spot).flatMap(given -> of(binder, spot, given));
        }
        if (!(spot.node() instanceof ScalarNode scalar) || scalar.isNothing()) {
            return refuse(binder, spot, spot.node().describe() + " stands here; " + EXPECTED);
        }
        Matcher counted = COUNTED.matcher(scalar.text());
        if (counted.matches()) {
            long number = Long.parseLong(counted.group(1));
            return switch (counted.group(2).charAt(0)) {
                case 'e' -> check(binder, spot, () -> CheckpointInterval.ofEpochs(number));
                case 's' -> check(binder, spot, () -> CheckpointInterval.ofSteps(number));
                default -> check(binder, spot, () -> CheckpointInterval.ofTime(Duration.ofMinutes(number)));
            };
        }
        if (DurationCodec.isDuration(scalar.text())) {
            return check(binder, spot, () -> CheckpointInterval.ofTime(DurationCodec.sum(scalar.text())));
        }
        if (!WHOLE.matcher(scalar.text()).matches()) {
            return refuse(binder, spot, scalar.describe() + " is no interval; " + EXPECTED);
        }
        return binder.bind(Long.class, spot)
                .flatMap(epochs -> check(binder, spot, () -> CheckpointInterval.ofEpochs(epochs)));
    }

    private static Optional<CheckpointInterval> of(Binder binder, Spot spot, Given given) {
        return check(
                binder,
                spot,
                () -> new CheckpointInterval(
                        given.epochs().stream().mapToLong(n -> n).findFirst(),
                        given.steps().stream().mapToLong(n -> n).findFirst(),
                        given.minutes().map(CheckpointIntervalCodec::minutes)));
    }

    private static Duration minutes(double minutes) {
        return Duration.ofMillis(Math.round(minutes * 60_000));
    }

    private interface Making {
        CheckpointInterval make();
    }

    private static Optional<CheckpointInterval> check(Binder binder, Spot spot, Making making) {
        try {
            return Optional.of(making.make());
        } catch (OptionException e) {
            return refuse(binder, spot, String.valueOf(e.getMessage()));
        }
    }

    private static Optional<CheckpointInterval> refuse(Binder binder, Spot spot, String message) {
        binder.problems().add(spot.place(), spot.path(), message);
        return Optional.empty();
    }

    @Override
    public Map<String, Object> schema(Schemas schemas) {
        return Schemas.anyOf(
                schemas.record(Given.class),
                Map.of("type", "integer"),
                Map.of("type", "string", "pattern", "^(" + COUNTED.pattern() + "|" + DurationCodec.PATTERN + ")$"));
    }

    @Override
    public Object write(CheckpointInterval value, Writer writer) {
        Map<String, Object> written = new LinkedHashMap<>();
        value.epochs().ifPresent(epochs -> written.put("epochs", epochs));
        value.steps().ifPresent(steps -> written.put("steps", steps));
        value.time().ifPresent(time -> written.put("minutes", time.toMillis() / 60_000.0));
        return written;
    }
}
