package org.layerwise.experiment.internal.yaml;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.layerwise.experiment.internal.Problems;
import org.layerwise.experiment.internal.Texts;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** Says in our words what the YAML parser could not read. */
final class Malformed {
    private Malformed() {}

    static void report(JacksonException e, Source source, Problems problems, String path) {
        if (e.getCause() instanceof MarkedYamlEngineException cause) {
            String problem = text(cause.getProblem());
            boolean quote = text(cause.getContext()).contains("quoted scalar") && !problem.contains("escape");
            boolean key = problem.contains("could not find expected ':'");
            Optional<Mark> mark =
                    quote || key ? cause.getContextMark().or(cause::getProblemMark) : cause.getProblemMark();
            problems.add(position(mark, e, source), path, message(cause));
        } else {
            Position at = position(Optional.empty(), e, source);
            String problem = text(e.getOriginalMessage());
            problems.add(problem.contains("=ALI") ? atAlias(at) : at, path, plainMessage(problem));
        }
    }

    private static Position position(Optional<Mark> mark, JacksonException e, Source source) {
        if (mark.isPresent()) {
            return new Position(source, mark.get().getLine() + 1, mark.get().getColumn() + 1);
        }
        TokenStreamLocation location = e.getLocation();
        return location == null
                ? source.start()
                : new Position(source, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    /** The parser has already read on to the colon. */
    private static Position atAlias(Position at) {
        String line = at.source().lines().get(at.line() - 1);
        int star = line.lastIndexOf('*', line.offsetByCodePoints(0, at.column() - 1));
        return star < 0 ? at : new Position(at.source(), at.line(), line.codePointCount(0, star) + 1);
    }

    private static String plainMessage(String problem) {
        if (problem.contains("Expected a property name")) {
            return problem.contains("=ALI")
                    ? "an alias stands here; expected a key, aliases are not allowed"
                    : "a list or a map can't be a key; expected a word";
        }
        return "this is not YAML that can be read; expected keys and values";
    }

    private static String message(MarkedYamlEngineException e) {
        String context = text(e.getContext());
        String problem = text(e.getProblem());
        if (context.contains("quoted scalar")) {
            return problem.contains("escape")
                    ? "unknown escape in a text in double quotes; expected \\n, \\t, \\\\, \\\" or single quotes around it"
                    : "the quote that opens here is never closed; expected a closing quote";
        }
        if (problem.contains("TAB")) {
            return "a tab stands before a key or value; expected spaces";
        }
        if (problem.contains("cannot start any token")) {
            return "a value can't begin with this character; expected the value in quotes";
        }
        if (problem.startsWith("mapping values are not allowed")) {
            return "a second ': ' on one line; expected one key and one value, a value with ': ' in quotes";
        }
        if (problem.contains("could not find expected ':'")) {
            return "this is no 'key: value'; expected a colon and a space after the key";
        }
        return structure(context, problem, e);
    }

    private static String structure(String context, String problem, MarkedYamlEngineException e) {
        String since = e.getContextMark()
                .map(mark -> " that begins in line " + (mark.getLine() + 1))
                .orElse("");
        if (context.contains("flow sequence")) {
            return "the list" + since + " goes on wrongly here; expected ',' or ']'";
        }
        if (context.contains("flow mapping")) {
            return "the map" + since + " goes on wrongly here; expected ',' or '}'";
        }
        if (context.contains("block mapping") || context.contains("block collection")) {
            String what = context.contains("mapping") ? "map" : "list";
            return found(problem) + " does not continue the " + what + since
                    + "; expected the same indentation as its first line, or the end of the " + what;
        }
        return "this is not YAML that can be read; expected keys and values";
    }

    private static String found(String problem) {
        int at = problem.indexOf("found '");
        String token = at < 0 ? "" : problem.substring(at + 7).replaceAll("'$", "");
        return token.length() == 1 && "]},".contains(token) ? Texts.quote(token) : "this line";
    }

    private static String text(@Nullable String said) {
        return said == null ? "" : said;
    }
}
