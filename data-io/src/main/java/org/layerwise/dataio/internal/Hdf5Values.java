package org.layerwise.dataio.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes arrays of what the HDF5 library gives. */
final class Hdf5Values {
    private Hdf5Values() {}

    /** The array; empty if it is neither of numbers nor of texts. */
    static Optional<Tensor> tensor(String name, List<Integer> axes, Object data) {
        if (data instanceof String[] texts) {
            return Optional.of(Tensor.ofTexts(
                    name, axes, Arrays.stream(texts).map(String::strip).toList()));
        }
        if (data instanceof String text) {
            return Optional.of(Tensor.ofTexts(name, axes, List.of(text.strip())));
        }
        return numbers(data).map(numbers -> Tensor.ofNumbers(name, axes, numbers));
    }

    /** 1 for TRUE, 0 for FALSE. */
    static Tensor truth(String name, List<Integer> axes, String[] names) {
        double[] numbers = new double[names.length];
        Arrays.setAll(numbers, i -> names[i].equals("TRUE") ? 1 : 0);
        return Tensor.ofNumbers(name, axes, numbers);
    }

    private static Optional<double[]> numbers(Object data) {
        if (data instanceof double[] values) {
            return Optional.of(values);
        }
        if (data instanceof float[] values) {
            return Optional.of(Numbers.widen(values));
        }
        if (data instanceof int[] values) {
            return Optional.of(Arrays.stream(values).asDoubleStream().toArray());
        }
        if (data instanceof long[] values) {
            return Optional.of(Arrays.stream(values).asDoubleStream().toArray());
        }
        if (data instanceof short[] values) {
            return Optional.of(Numbers.widen(values));
        }
        if (data instanceof byte[] values) {
            return Optional.of(Numbers.widen(values));
        }
        if (data instanceof boolean[] values) {
            return Optional.of(Numbers.widen(values));
        }
        if (data instanceof Number[] values) {
            return Optional.of(
                    Arrays.stream(values).mapToDouble(Number::doubleValue).toArray());
        }
        return data instanceof Number value ? Optional.of(new double[] {value.doubleValue()}) : Optional.empty();
    }
}
