package org.layerwise.experiment.internal.run;

import java.util.List;
import java.util.Optional;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.ReadProgress;
import org.layerwise.dataio.SharedExamplesSearch;
import org.layerwise.experiment.PartPlan;
import org.layerwise.experiment.internal.Texts;

/**
 * Looks at every example as the network will get it: finite numbers only. Those of streamed or large parts are looked for in
 * each other on the way.
 */
final class NumberChecks {
    private static final int TOLD_EVERY = 64;
    /** Parts with more examples are compared by hash. */
    private static final int LARGE = 1 << 16;

    private final Located located;
    private final DataPlaces places;
    private final ReadProgress progress;
    private Optional<SharedExamplesSearch> search = Optional.empty();

    NumberChecks(Located located, ReadProgress progress) {
        this.located = located;
        this.places = new DataPlaces(located);
        this.progress = progress;
    }

    /** What was found in streamed or large parts while they passed by; empty where there are none. */
    Optional<SharedExamplesSearch> search() {
        return search;
    }

    /** Whether the network can take all parts; of the first that it can't, the reason is a mistake in its place. */
    boolean areFinite(Parts parts) {
        List<String> names = List.copyOf(parts.byName().keySet());
        List<Dataset> all = List.copyOf(parts.byName().values());
        for (int p = 0; p < all.size(); p++) {
            Optional<String> text = text(all.get(p));
            if (text.isPresent()) {
                located.wrong(places.of(names.get(p)), text.get());
                return false;
            }
        }
        if (all.size() > 1 && all.stream().anyMatch(part -> part.isStreamed() || part.examples() > LARGE)) {
            search = Optional.of(new SharedExamplesSearch(all));
        }
        Optional<Runnable> wrong = Optional.empty();
        for (int p = all.size() - 1; p >= 0; p--) {
            Optional<Runnable> mistake = mistake(names.get(p), all.get(p), p);
            wrong = mistake.isPresent() ? mistake : wrong;
        }
        wrong.ifPresent(Runnable::run);
        return wrong.isEmpty();
    }

    private static Optional<String> text(Dataset part) {
        return part.columns().stream()
                .filter(Column::isCategorical)
                .findFirst()
                .map(column -> part.source() + ": column '" + Texts.clip(column.name())
                        + "' holds text; expected numbers, the transforms one_hot and drop help");
    }

    private Optional<Runnable> mistake(String name, Dataset part, int number) {
        String at = places.of(name);
        try {
            return notFinite(name, part, number).map(what -> () -> located.wrong(at, what + readBy(at)));
        } catch (RuntimeException e) {
            return Optional.of(() -> PartReader.guard(located, at, () -> {
                throw e;
            }));
        }
    }

    private Optional<String> notFinite(String name, Dataset part, int number) {
        double[] row = new double[part.features()];
        for (int i = 0; i < part.examples(); i++) {
            part.copyFeatures(i, row);
            if (part.isStreamed() && i % TOLD_EVERY == 0) {
                progress.at("checking the " + name + " part", i, part.examples(), ReadProgress.Unit.ROWS);
            }
            for (int c = 0; c < row.length; c++) {
                if (!Double.isFinite(row[c])) {
                    return Optional.of(part.place(i, part.columns().get(c)) + ": "
                            + (Double.isNaN(row[c]) ? "a value is missing or NaN" : "a value is infinite")
                            + "; expected finite numbers, the transform impute fills gaps");
                }
            }
            if (search.isPresent()) {
                search.get().add(number, i, row);
            }
        }
        return Optional.empty();
    }

    private String readBy(String at) {
        return located.at(at, PartPlan.class)
                .flatMap(part ->
                        located.registry().describeOutsider(part.reader().getClass()))
                .map(whose -> "; read by " + whose)
                .orElse("");
    }
}
