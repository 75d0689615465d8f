package org.layerwise.experiment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Where a trained network loses most, in errors (shares of examples that are predicted wrongly).
 *
 * <pre>{@code
 * avoidable bias = train error − human error
 * variance       = dev error − train error      (of test, where there is no dev part)
 * }</pre>
 *
 * @param humanError the error that can't be avoided
 * @param errors the error on each part by name
 * @param avoidableBias what a better fit of the training part could gain
 * @param variance what is lost from the training part to one that was not trained on; empty where there is none
 * @param otherSource whether that part comes from other files: then the loss may be data mismatch instead of variance
 * @param advice what the gaps mean and what to try, sentence by sentence
 */
public record Diagnosis(
        double humanError,
        Map<String, Double> errors,
        double avoidableBias,
        OptionalDouble variance,
        boolean otherSource,
        List<String> advice) {
    /** Copies the collections. */
    public Diagnosis {
        errors = Collections.unmodifiableMap(new LinkedHashMap<>(errors));
        advice = List.copyOf(advice);
    }

    /** The diagnosis for people, line by line. */
    public List<String> lines() {
        StringBuilder first = new StringBuilder("diagnosis: human error " + percent(humanError));
        errors.forEach((part, error) ->
                first.append(", ").append(part).append(" error ").append(percent(error)));
        StringBuilder gaps = new StringBuilder("avoidable bias " + percent(avoidableBias));
        variance.ifPresent(gap -> gaps.append(otherSource ? ", variance or data mismatch " : ", variance ")
                .append(percent(gap)));
        List<String> lines = new ArrayList<>(List.of(first.toString(), gaps.toString()));
        lines.addAll(advice);
        return lines;
    }

    /** {@code 7.25 %}. */
    static String percent(double share) {
        return new BigDecimal(share)
                        .movePointRight(2)
                        .setScale(2, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }
}
