package org.layerwise.experiment.internal.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.layerwise.core.RandomAlgorithm;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.Folds;
import org.layerwise.dataio.Split;
import org.layerwise.dataio.transforms.Drop;
import org.layerwise.experiment.CrossValidationPlan;

/** Cuts the training part once more where the experiment asks for cross-validation, and leaves out what only served cutting. */
final class FoldCut {
    private static final String SECTION = "cross_validation";

    private final Located located;
    private final DataNotes notes;
    private final RandomAlgorithm random;
    private final long seed;
    private final boolean byClass;

    FoldCut(Located located, DataNotes notes, RandomAlgorithm random, long seed, boolean byClass) {
        this.located = located;
        this.notes = notes;
        this.random = random;
        this.seed = seed;
        this.byClass = byClass;
    }

    /** The parts of the fold that the file names, of the first one where it names none. */
    Optional<Parts> of(Parts parts) {
        if (!located.has(SECTION)) {
            return withoutHelpers(parts);
        }
        if (parts.part(Parts.DEV).isPresent()) {
            located.wrongKey(
                    SECTION,
                    "cross_validation makes dev parts of its own; expected data without a dev part, or none of it");
            return Optional.empty();
        }
        return located.at(SECTION, CrossValidationPlan.class)
                .flatMap(plan -> PartReader.guard(located, SECTION, () -> cut(parts, plan)))
                .flatMap(this::withoutHelpers);
    }

    private Parts cut(Parts parts, CrossValidationPlan plan) {
        Folds folds = new Folds(
                plan.folds(), plan.stratify(), plan.shuffle(), plan.seed().orElse(seed), plan.group());
        int fold = plan.only().orElse(1);
        Split.Parts cut = folds.cut(parts.train(), fold - 1, byClass, random);
        Map<String, Dataset> all = new LinkedHashMap<>();
        all.put(Parts.TRAIN, cut.train());
        all.put(Parts.DEV, cut.dev().orElseThrow());
        parts.part(Parts.TEST).ifPresent(test -> all.put(Parts.TEST, test));
        notes.fact("fold", fold);
        notes.fact("folds", plan.folds());
        if (plan.shuffle()) {
            notes.fact("folds_seed", folds.seed());
        }
        return new Parts(all);
    }

    /** The column that named parts or groups is no feature. */
    private Optional<Parts> withoutHelpers(Parts parts) {
        Set<String> helpers = Stream.of("data.split.column", "data.split.group", SECTION + ".group")
                .flatMap(path -> located.at(path, String.class).stream())
                .collect(Collectors.toSet());
        if (helpers.isEmpty()) {
            return Optional.of(parts);
        }
        Map<String, Dataset> all = new LinkedHashMap<>();
        parts.byName()
                .forEach((name, part) -> PartReader.guard(
                                located,
                                located.has("data.split") ? "data.split" : SECTION,
                                () -> without(part, helpers))
                        .ifPresent(rest -> all.put(name, rest)));
        return all.size() == parts.byName().size() ? Optional.of(new Parts(all)) : Optional.empty();
    }

    private static Dataset without(Dataset part, Set<String> helpers) {
        var present = part.columns().stream()
                .map(Column::name)
                .filter(helpers::contains)
                .toList();
        return present.isEmpty()
                ? part
                : Objects.requireNonNull(new Drop(present).fit(part)).apply(part);
    }
}
