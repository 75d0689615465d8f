package org.layerwise.dataio.internal;

import java.util.Collection;
import java.util.regex.Pattern;

/**
 * Tells texts that are dates or times from names: {@code 2024-01-31}, {@code 31/01/2024}, {@code 01.02.2024},
 * {@code 2024-01-31T10:00:00Z}, {@code 10:30}, {@code 31 Jan 2024}.
 */
final class Dates {
    private static final String DAY = "(0?[1-9]|[12]\\d|3[01])";
    private static final String MONTH = "(0?[1-9]|1[0-2])";
    private static final String YEAR = "[12]\\d{3}";
    private static final String NAME = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";
    private static final String TIME =
            "([01]?\\d|2[0-4]):[0-5]\\d(:[0-6]\\d([.,]\\d{1,9})?)?( ?[ap]m)?" + "( ?(z|utc|[+-]\\d{2}(:?\\d{2})?))?";

    private static final Pattern DATE_OR_TIME = Pattern.compile(
            "("
                    + String.join(
                            "|",
                            YEAR + "(?<s>[-/.])" + MONTH + "\\k<s>" + DAY,
                            DAY + "(?<t>[-/.])" + MONTH + "\\k<t>" + YEAR,
                            MONTH + "(?<u>[-/.])" + DAY + "\\k<u>" + YEAR,
                            MONTH + "/" + DAY + "/\\d{2}",
                            DAY + "/" + MONTH + "/\\d{2}",
                            DAY + "[- .]{1,2}" + NAME + "[- ,]{1,2}(" + YEAR + "|\\d{2})",
                            NAME + " " + DAY + ",? " + YEAR)
                    + ")([ t]{1,2}" + TIME + ")?|" + TIME,
            Pattern.CASE_INSENSITIVE);

    /** The longest text that may be one. */
    private static final int LONGEST = 50;

    private Dates() {}

    /** Whether there are texts, all of which are dates or times. */
    static boolean are(Collection<String> texts) {
        return !texts.isEmpty() && texts.stream().allMatch(Dates::is);
    }

    private static boolean is(String text) {
        return text.length() <= LONGEST && DATE_OR_TIME.matcher(text.strip()).matches();
    }
}
