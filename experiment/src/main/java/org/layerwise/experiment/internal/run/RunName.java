package org.layerwise.experiment.internal.run;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.layerwise.experiment.internal.Texts;

/** Whether an experiment's name can name a folder anywhere. */
public final class RunName {
    private static final int LONGEST = 200;
    private static final Pattern RESERVED =
            Pattern.compile("(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\\..*)?", Pattern.CASE_INSENSITIVE);

    private RunName() {}

    /** What is wrong with it, if anything. */
    public static Optional<String> problem(String name) {
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            return wrong(name, "is too long for a folder", "at most " + LONGEST + " bytes");
        }
        if (name.chars().anyMatch(c -> "/\\:*?\"<>|".indexOf(c) >= 0 || Character.isISOControl(c))) {
            return wrong(name, "can't name a folder", "a name without / \\ : * ? \" < > | and control characters");
        }
        if (name.startsWith(".") || name.endsWith(".") || !name.equals(name.strip())) {
            return wrong(name, "can't name a folder", "a name that neither begins nor ends with a dot or a space");
        }
        if (name.startsWith("-")
                || RESERVED.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
            return wrong(name, "means something else to some systems", "another name");
        }
        return Optional.empty();
    }

    private static Optional<String> wrong(String name, String what, String expected) {
        return Optional.of(Texts.quote(name) + " " + what + "; expected " + expected);
    }
}
