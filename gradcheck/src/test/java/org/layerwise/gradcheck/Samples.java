package org.layerwise.gradcheck;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.layerwise.activations.Activation;
import org.layerwise.activations.Tanh;
import org.layerwise.core.Registry;
import org.layerwise.network.layers.Dense;
import org.layerwise.regularizers.Dropout;
import org.layerwise.regularizers.L2;
import org.layerwise.regularizers.Noise;
import org.layerwise.regularizers.Regularizer;

/** One instance of every registered component, made by its shortest constructor. */
final class Samples {
    private static final Map<Class<?>, Object> ARGUMENTS = Map.of(
            double.class,
            0.3,
            int.class,
            3,
            long.class,
            3L,
            boolean.class,
            true,
            String.class,
            "sample",
            List.class,
            List.of(new Dense(4, new Tanh())),
            Activation.class,
            new Tanh(),
            Noise.class,
            new Dropout(0.5),
            Regularizer.class,
            new L2(0.5));

    private Samples() {}

    static <S> Stream<S> of(Class<S> spi) {
        return Registry.load().all(spi).values().stream().distinct().map(Samples::make);
    }

    private static <S> S make(Class<? extends S> component) {
        Constructor<?> shortest = Arrays.stream(component.getConstructors())
                .min(Comparator.comparingInt(Constructor::getParameterCount))
                .orElseThrow();
        Object[] arguments = Arrays.stream(shortest.getParameterTypes())
                .map(type -> ARGUMENTS.getOrDefault(type, type))
                .toArray();
        try {
            return component.cast(shortest.newInstance(arguments));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no sample of " + component, e);
        }
    }
}
