package org.layerwise.experiment.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.layerwise.experiment.ExperimentException;
import org.layerwise.experiment.Problem;
import org.layerwise.experiment.internal.yaml.Position;

/** Collects the mistakes of an experiment. */
public final class Problems {
    private static final int MOST = 100;
    /** Whoever has made so many mistakes is not helped by more of them. */
    private static final int ENOUGH = 1000;

    private final List<Problem> problems = new ArrayList<>();
    private final Set<Problem> seen = new HashSet<>();
    private final Set<Position> refused = new HashSet<>();

    /** Adds a mistake; the same one twice counts once. */
    public void add(Position at, String path, String message) {
        if (problems.size() == ENOUGH) {
            return;
        }
        Problem problem = new Problem(
                at.source().label(),
                at.line(),
                at.column(),
                clip(path, 200),
                clip(message, 900),
                at.source().excerpt(at.line(), at.column()));
        if (seen.add(problem)) {
            problems.add(problem);
        }
    }

    /** Adds a mistake that was found elsewhere. */
    public void add(Problem problem) {
        if (problems.size() < ENOUGH && seen.add(problem)) {
            problems.add(problem);
        }
    }

    /** All mistakes, in the order in which they were found. */
    public List<Problem> all() {
        return List.copyOf(problems);
    }

    /** Adds a mistake in the writing of a value; nothing more is said of that value. */
    public void refuse(Position at, String path, String message) {
        add(at, path, message);
        refused.add(at);
    }

    /** Whether the value that stands here was refused as it is written. */
    public boolean isRefused(Position at) {
        return refused.contains(at);
    }

    /** A character takes up to four bytes, and one mistake at most 2 KB. */
    private static String clip(String text, int bytes) {
        int used = 0;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            int c = text.codePointAt(i);
            used += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            if (used > bytes) {
                return text.substring(0, i) + "…";
            }
        }
        return text;
    }

    /** Whether nothing is wrong so far. */
    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /** How many mistakes there are. */
    public int size() {
        return problems.size();
    }

    /** Whether a mistake was found at this path or below it. */
    public boolean concern(String path) {
        return problems.stream()
                .anyMatch(p -> p.path().equals(path)
                        || p.path().startsWith(path + ".")
                        || p.path().startsWith(path + "["));
    }

    /** @throws ExperimentException if anything is wrong */
    public void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new ExperimentException(problems.stream().sorted().limit(MOST).toList());
        }
    }
}
