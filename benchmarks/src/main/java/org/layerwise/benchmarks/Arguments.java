package org.layerwise.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a benchmark was called with: words, and options such as {@code --own} or {@code --rounds=5}; all are known. */
final class Arguments {
    private final List<String> given;

    private Arguments(List<String> given) {
        this.given = given;
    }

    /**
     * Checks them.
     *
     * @param words those that are allowed
     * @param options those that are allowed; one that takes a value ends with {@code =}
     * @throws IllegalArgumentException if one is none of them
     */
    static Arguments of(String[] given, List<String> words, List<String> options) {
        for (String argument : given) {
            boolean known = argument.startsWith("-")
                    ? options.stream().anyMatch(o -> o.endsWith("=") ? argument.startsWith(o) : argument.equals(o))
                    : words.contains(argument);
            if (!known) {
                throw new IllegalArgumentException("'" + argument + "' is not known here; expected some of "
                        + String.join(" ", words) + " " + String.join(" ", options));
            }
        }
        return new Arguments(Arrays.asList(given));
    }

    /** As {@link #of}; where one is not known, says so and ends the process with 2. */
    static Arguments orExit(String[] given, List<String> words, List<String> options) {
        try {
            return of(given, words, options);
        } catch (IllegalArgumentException e) {
            throw refuse(e);
        }
    }

    /** Ends the process. */
    static IllegalArgumentException refuse(IllegalArgumentException e) {
        System.err.println("layerwise-bench: " + e.getMessage());
        System.exit(2);
        return e;
    }

    List<String> words() {
        return given.stream().filter(argument -> !argument.startsWith("-")).toList();
    }

    boolean has(String flag) {
        return given.contains(flag);
    }

    /** The value of an option, named with its {@code =}. */
    Optional<String> value(String option) {
        return given.stream()
                .filter(argument -> argument.startsWith(option))
                .map(argument -> argument.substring(option.length()))
                .findFirst();
    }

    /** A whole number above 0; where it is none, says so and ends the process with 2. */
    int number(String option, int otherwise) {
        Optional<String> value = value(option);
        if (value.isPresent() && !value.get().matches("[1-9][0-9]{0,8}")) {
            throw refuse(new IllegalArgumentException(option + value.get() + ": expected a whole number above 0"));
        }
        return value.map(Integer::parseInt).orElse(otherwise);
    }
}
