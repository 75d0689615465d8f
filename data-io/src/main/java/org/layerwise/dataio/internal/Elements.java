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

    /** The array whose elements these bytes are, in the buffer's byte order. */
    Tensor tensor(String name, List<Integer> axes, ByteBuffer bytes) {
        if (this == U1) {
            byte[] own = new byte[bytes.remaining()];
            bytes.get(own);
            return Tensor.ofBytes(name, axes, own);
        }
        double[] numbers = new double[bytes.remaining() / size];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = element(bytes);
        }
        return Tensor.ofNumbers(name, axes, numbers);
    }

    private double element(ByteBuffer bytes) {
        return switch (this) {
            case U1 -> bytes.get() & 0xff;
            case I1 -> bytes.get();
            case B1 -> bytes.get() == 0 ? 0 : 1;
            case U2 -> bytes.getShort() & 0xffff;
            case I2 -> bytes.getShort();
            case F2 -> half(bytes.getShort());
            case U4 -> bytes.getInt() & 0xffffffffL;
            case I4 -> bytes.getInt();
            case F4 -> bytes.getFloat();
            case U8 -> unsigned(bytes.getLong());
            case I8 -> bytes.getLong();
            case F8 -> bytes.getDouble();
        };
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
