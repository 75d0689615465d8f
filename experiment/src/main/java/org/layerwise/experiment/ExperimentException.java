package org.layerwise.experiment;

import java.util.List;
import java.util.stream.Collectors;

/** Says everything that is wrong with an experiment, sorted by place; the user's mistakes, not ours. */
public final class ExperimentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** @param problems at least one */
    public ExperimentException(List<Problem> problems) {
        super(problems.stream().sorted().map(Problem::text).collect(Collectors.joining("\n")));
        this.problems = problems.stream().sorted().toList();
    }

    /** A mistake that has no place in a file: {@code there is no run folder runs/cats}. */
    public ExperimentException(String message) {
        super(message);
        this.problems = List.of();
    }

    /** What is wrong, sorted by place; empty where the message says all. */
    public List<Problem> problems() {
        return problems;
    }
}
