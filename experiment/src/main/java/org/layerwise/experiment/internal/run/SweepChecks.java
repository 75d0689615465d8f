package org.layerwise.experiment.internal.run;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.layerwise.experiment.internal.Problems;
import org.layerwise.experiment.internal.sweep.Choice;
import org.layerwise.experiment.internal.sweep.SweepPlan;
import org.layerwise.experiment.internal.sweep.Trials;
import org.layerwise.experiment.internal.yaml.Node;
import org.layerwise.experiment.internal.yaml.Overrides;

/** Holds a sweep against the experiment: its paths lead somewhere, and each of its values could stand there. */
public final class SweepChecks {
    private final Located located;
    private final Problems problems;

    /** @param problems those of the experiment so far, and where more of them go */
    public SweepChecks(Located located, Problems problems) {
        this.located = located;
        this.problems = problems;
    }

    /** Places everything that is wrong. */
    public void check() {
        located.sweep().ifPresent(this::check);
    }

    private void check(SweepPlan plan) {
        if (plan.grid().isEmpty() == plan.random().isEmpty()) {
            located.wrongKey(
                    "sweep",
                    plan.grid().isEmpty()
                            ? "neither grid nor random says what to try; expected one of them, {grid: {path: [values]}}"
                            : "both grid and random say what to try; expected one of them");
        } else if (!plan.random().isEmpty() && plan.trials().isEmpty()) {
            located.wrong("sweep", "trials is missing; expected the number of runs that random makes");
        } else if (Trials.count(plan) > Trials.MOST) {
            located.wrong("sweep", "more than " + Trials.MOST + " runs; expected at most " + Trials.MOST);
        }
        boolean soundBefore = problems.isEmpty();
        plan.grid().forEach((path, values) -> check("sweep.grid." + path, path, values, soundBefore));
        plan.random().forEach((path, values) -> check("sweep.random." + path, path, values, soundBefore));
    }

    private void check(String place, String path, Choice values, boolean soundBefore) {
        if (!Overrides.isPath(path) || path.equals("name") || path.equals("sweep") || path.startsWith("sweep.")) {
            located.wrongKey(
                    place, "'" + path + "' is no path to a value; expected one such as network.layers[0].units");
            return;
        }
        if (!soundBefore) {
            return; // whose mistakes they are could not be told
        }
        Set<String> known = new HashSet<>(); // a mistake in a path is the same for each of its values
        for (Node value : values.samples()) {
            Problems own = new Problems();
            located.with(Map.of(path, value), own);
            own.all().stream()
                    .filter(problem -> known.add(problem.path() + " " + problem.message()))
                    .forEach(problems::add);
        }
    }
}
