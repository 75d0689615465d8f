package org.layerwise.gradcheck;

import java.util.List;
import java.util.Locale;

/**
 * What a {@link GradientCheck} found.
 *
 * @param difference {@code ‖approx − grad‖ / (‖approx‖ + ‖grad‖)} over all checked parameters without kinks; 0 where
 *     both are zero
 * @param checked the parameters that were compared, kinks included
 * @param parameters the parameters there are
 * @param worst those that differ most, the worst first
 * @param kinks those at a corner of the function, which do not count; at most as many as {@code worst}
 * @param kinkCount all of them
 */
public record GradientReport(
        double difference, long checked, long parameters, List<Discrepancy> worst, List<Kink> kinks, long kinkCount) {
    /** Copies the lists. */
    public GradientReport {
        worst = List.copyOf(worst);
        kinks = List.copyOf(kinks);
    }

    /** The course's reading of the difference. */
    public Verdict verdict() {
        return Verdict.of(difference);
    }

    /** One line: the verdict, the difference, how many parameters. */
    public String summary() {
        String kinked = kinkCount == 0 ? "" : ", " + kinkCount + " at a kink left out";
        return String.format(
                Locale.ROOT,
                "gradient %s: difference %.3e over %d of %d parameters%s",
                verdict().name().toLowerCase(Locale.ROOT),
                difference,
                checked,
                parameters,
                kinked);
    }
}
