package org.layerwise.experiment.internal.binding;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Between Java's names and those of experiment files. */
public final class Names {
    private Names() {}

    /** {@code learningRate} becomes {@code learning_rate}; {@code beta1} stays. */
    public static String snake(String java) {
        return java.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /** Underscores before digits don't count: {@code beta_1} is {@code beta1}. */
    static String key(String snake) {
        return snake.replaceAll("_(?=[0-9])", "");
    }

    static List<String> ofConstants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
