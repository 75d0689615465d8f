package org.layerwise.experiment.internal.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.layerwise.core.DenseMatrix;
import org.layerwise.dataio.TargetTransforms;
import org.layerwise.experiment.internal.Texts;
import org.layerwise.training.EpochRecord;
import org.layerwise.training.TrainingListener;

/** Gives metrics what they compare in the targets' own units, and counts what had to be limited in the last evaluation. */
public final class LimitedPredictions implements TrainingListener {
    /** In {@code run.json}. */
    static final String KEY = "limited_predictions";

    private final TargetTransforms transforms;
    private final List<String> targets;
    private boolean evaluated;
    private int now;
    private int before;

    /** @param targets the names of the target columns */
    public LimitedPredictions(TargetTransforms transforms, List<String> targets) {
        this.transforms = transforms;
        this.targets = targets;
    }

    /** Gives targets or predictions in the targets' own units; empty where these are not transformed. */
    public Optional<UnaryOperator<DenseMatrix>> ownUnits() {
        return transforms.steps().isEmpty() ? Optional.empty() : Optional.of(this::inOwnUnits);
    }

    private DenseMatrix inOwnUnits(DenseMatrix values) {
        TargetTransforms.Undone undone = transforms.undo(targets, values);
        evaluated = true;
        now += undone.limited();
        return undone.values();
    }

    @Override
    public void epochFinished(EpochRecord epoch) {
        before = now;
        now = 0;
        evaluated = false;
    }

    /** A sentence for people; empty where nothing was limited when the metrics were last taken. */
    public Optional<String> warning() {
        return count() == 0 ? Optional.empty() : Optional.of(text(count()));
    }

    /** For {@code run.json}; empty likewise. */
    Optional<Map<String, Object>> record() {
        return warning().map(text -> {
            Map<String, Object> record = new LinkedHashMap<>();
            record.put("count", count());
            record.put("text", text);
            return record;
        });
    }

    private int count() {
        return evaluated ? now : before;
    }

    private static String text(int count) {
        return Texts.count(count, "prediction was", "predictions were")
                + " limited for the final metrics: target_transforms can't be undone there, or not near the training targets;"
                + " expected a network whose predictions stay near them, or another target transform";
    }
}
