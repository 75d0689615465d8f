package org.layerwise.dataio.internal;

import java.nio.ByteBuffer;
import java.util.List;

/** The element types of IDX and NPY files. */
enum Elements {
    U1(1),
    I1(1),
    B1(1),
    U2(2),
    I2(2),
    F2(2),
    U4(4),
    I4(4),
    F4(4),
    U8(8),
    I8(8),
    F8(8);

    private final int size;

    Elements(int size) {
        this.size = size;
    }

    int size() {
        return size;
    }

    /** What stands for this type in a file. */
    int code() {
        return name().charAt(0) << Byte.SIZE | size;
    }

    /** @throws IllegalArgumentException if no type has this code */
    static Elements of(int code) {
        for (Elements elements : values()) {
            if (elements.code() == code) {
                return elements;
            }
        }
        throw new IllegalArgumentException("no type of elements has the code " + code);
    }

    /** The array whose elements these bytes are, in the buffer's byte order. */
    Tensor tensor(String name, List<Integer> axes, ByteBuffer bytes) {
        if (this == U1) {
            byte[] own = new byte[bytes.remaining()];
            bytes.get(own);
            return Tensor.ofBytes(name, axes, own);
        }
        double[] numbers = new double[bytes.remaining() / size];
        int from = bytes.position();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = at(bytes, from + i * size);
        }
        return Tensor.ofNumbers(name, axes, numbers);
    }

    /** The element at a byte's place. */
    double at(ByteBuffer bytes, int place) {
        return switch (this) {
            case U1 -> bytes.get(place) & 0xff;
            case I1 -> bytes.get(place);
            case B1 -> bytes.get(place) == 0 ? 0 : 1;
            case U2 -> bytes.getShort(place) & 0xffff;
            case I2 -> bytes.getShort(place);
            case F2 -> half(bytes.getShort(place));
            case U4 -> bytes.getInt(place) & 0xffffffffL;
            case I4 -> bytes.getInt(place);
            case F4 -> bytes.getFloat(place);
            case U8 -> unsigned(bytes.getLong(place));
            case I8 -> bytes.getLong(place);
            case F8 -> bytes.getDouble(place);
        };
    }

    /** What holds every value of this type exactly as it is read, and can be written: U1, F4 or F8. */
    Elements written() {
        return switch (this) {
            case U1, B1 -> U1;
            case I1, U2, I2, F2, F4 -> F4;
            case U4, I4, U8, I8, F8 -> F8;
        };
    }

    /** Writes an element at a byte's place; one of {@link #written}. */
    void put(ByteBuffer bytes, int place, double value) {
        switch (this) {
            case U1 -> bytes.put(place, (byte) value);
            case F4 -> bytes.putFloat(place, (float) value);
            case F8 -> bytes.putDouble(place, value);
            default -> throw new IllegalStateException(this + " is never written");
        }
    }

    /** Reads {@code count} elements that lie next to each other, from a byte's place on. */
    void copy(ByteBuffer bytes, int place, double[] destination, int offset, int stride, int count) {
        switch (this) {
            case U1 -> {
                for (int i = 0, to = offset; i < count; i++, to += stride) {
                    destination[to] = bytes.get(place + i) & 0xff;
                }
            }
            case F4 -> {
                for (int i = 0, to = offset; i < count; i++, to += stride) {
                    destination[to] = bytes.getFloat(place + 4 * i);
                }
            }
            case F8 -> {
                for (int i = 0, to = offset; i < count; i++, to += stride) {
                    destination[to] = bytes.getDouble(place + 8 * i);
                }
            }
            default -> {
                for (int i = 0, to = offset; i < count; i++, to += stride) {
                    destination[to] = at(bytes, place + i * size);
                }
            }
        }
    }

    private static double unsigned(long value) {
        return value >= 0 ? value : ((value >>> 1) | (value & 1)) * 2.0;
    }

    private static double half(short bits) {
        int exponent = (bits >> 10) & 0x1f;
        int mantissa = bits & 0x3ff;
        double magnitude = exponent == 31
                ? (mantissa == 0 ? Double.POSITIVE_INFINITY : Double.NaN)
                : exponent == 0 ? mantissa * 0x1p-24 : (mantissa | 0x400) * Math.scalb(1.0, exponent - 25);
        return bits < 0 ? -magnitude : magnitude;
    }
}
