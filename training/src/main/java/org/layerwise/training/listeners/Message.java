package org.layerwise.training.listeners;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A protocol buffer under construction: the few wire types that events need. */
final class Message {
    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FOUR_BYTES = 5;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Message integer(int field, long value) {
        tag(field, VARINT);
        varint(value);
        return this;
    }

    Message decimal(int field, double value) {
        tag(field, EIGHT_BYTES);
        bytes.writeBytes(little(8).putDouble(value).array());
        return this;
    }

    Message single(int field, float value) {
        tag(field, FOUR_BYTES);
        bytes.writeBytes(little(4).putFloat(value).array());
        return this;
    }

    Message text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message value) {
        return bytes(field, value.toBytes());
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    private Message bytes(int field, byte[] value) {
        tag(field, LENGTH_DELIMITED);
        varint(value.length);
        bytes.writeBytes(value);
        return this;
    }

    private void tag(int field, int wireType) {
        varint((long) field << 3 | wireType);
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The value of an integer field of a message; 0, the default of the format, where it is absent. */
    static long integer(ByteBuffer message, int field) {
        ByteBuffer in = message.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            long tag = readVarint(in);
            int type = (int) (tag & 7);
            if (type == VARINT) {
                long value = readVarint(in);
                if (tag >>> 3 == field) {
                    return value;
                }
            } else {
                long length = type == LENGTH_DELIMITED ? readVarint(in) : type == EIGHT_BYTES ? 8 : 4;
                in.position((int) Math.min(in.limit(), in.position() + Math.max(0, length)));
            }
        }
        return 0;
    }

    private static long readVarint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < 64 && in.hasRemaining(); shift += 7) {
            byte next = in.get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        return value;
    }
}
