package org.layerwise.experiment;

import static org.layerwise.core.Options.require;

import java.util.Optional;
import org.layerwise.core.OptionException;

/**
 * Trains once for each of several folds of the training part: the fold is the dev part, the others are trained on. The
 * result is the mean and the standard deviation (n - 1) of each metric over the folds. A test part is judged by every one.
 *
 * <p>Every fold is a run of its own: the transforms are fitted anew on what is trained on, and the initial weights are the
 * same. Their folders lie in one folder, whose {@code run.json} holds the means.
 * <p>Source: scikit-learn, {@code StratifiedKFold}, {@code GroupKFold}; the folds themselves are other ones.
 *
 * @param folds how many, at least 2; default 5
 * @param stratify whether every fold gets its share of each class, where targets are classes; default true
 * @param shuffle whether the examples are shuffled first; {@code false} cuts them in order; default true
 * @param seed of the shuffle; default the experiment's
 * @param group the column whose values must not be in two folds; it is then no feature; default none
 * @param only the number of a single fold to train, from 1; default all
 */
public record CrossValidationPlan(
        int folds,
        boolean stratify,
        boolean shuffle,
        Optional<Long> seed,
        Optional<String> group,
        Optional<Integer> only) {
    public CrossValidationPlan() {
        this(5, true, true, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** @throws OptionException if folds or only is out of range */
    public CrossValidationPlan {
        require(folds >= 2, "folds", folds, ">= 2");
        only.ifPresent(fold -> require(fold >= 1 && fold <= folds, "only", fold, "in [1, " + folds + "]"));
    }
}
