package org.layerwise.experiment.internal.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.layerwise.training.TrainingState;

/** What {@code run.json} and {@code log.txt} say of a resumption. */
final class Resumed {
    private Resumed() {}

    static Map<String, Object> describe(Resumption resumption, Instant at) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("at", at.toString());
        Optional<TrainingState.Position> position = resumption.state().map(TrainingState::position);
        described.put("epoch", position.map(TrainingState.Position::epoch).orElse(0L));
        described.put("step", position.map(TrainingState.Position::step).orElse(0L));
        if (!resumption.overrides().isEmpty()) {
            described.put("set", resumption.overrides());
        }
        if (resumption.changes().changeTheMathematics()) {
            described.put("changed_the_mathematics", true);
        }
        if (!resumption.notes().isEmpty()) {
            described.put("notes", resumption.notes());
        }
        return described;
    }

    static List<String> lines(Resumption resumption) {
        List<String> lines = new ArrayList<>(resumption.notes());
        lines.add(resumption
                .state()
                .map(state -> "resumed from epoch " + state.position().epoch() + ", step "
                        + state.position().step())
                .orElse("no checkpoint: the run begins anew"));
        return lines;
    }
}
