package org.layerwise.dataparquet;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;
import org.layerwise.dataio.tables.RowSink;
import org.layerwise.dataio.tables.TableFile;

/** One column of a Parquet file: what its values mean. */
final class ParquetColumn {
    private static final String DATES =
            "holds dates or times; turn them into numbers before, such as days or the hour of the day";

    private final TableFile file;
    private final ColumnDescriptor descriptor;
    private final String name;
    private final PrimitiveTypeName stored;
    private final @Nullable LogicalTypeAnnotation meant;

    ParquetColumn(TableFile file, ColumnDescriptor descriptor) {
        this.file = file;
        this.descriptor = descriptor;
        this.name = String.join(".", descriptor.getPath());
        this.stored = descriptor.getPrimitiveType().getPrimitiveTypeName();
        this.meant = descriptor.getPrimitiveType().getLogicalTypeAnnotation();
    }

    String name() {
        return name;
    }

    ColumnDescriptor descriptor() {
        return descriptor;
    }

    /** Why its values can't be taken; empty where they can. */
    Optional<String> refusal() {
        if (descriptor.getMaxRepetitionLevel() > 0) {
            return Optional.of("holds lists or maps; a single value in each row is needed");
        }
        boolean date = meant instanceof DateLogicalTypeAnnotation
                || meant instanceof TimeLogicalTypeAnnotation
                || meant instanceof TimestampLogicalTypeAnnotation
                || stored == PrimitiveTypeName.INT96;
        if (date) {
            return Optional.of(DATES);
        }
        boolean text = meant == null
                || meant instanceof StringLogicalTypeAnnotation
                || meant instanceof EnumLogicalTypeAnnotation
                || meant instanceof JsonLogicalTypeAnnotation;
        boolean number = meant == null
                || meant instanceof IntLogicalTypeAnnotation
                || meant instanceof DecimalLogicalTypeAnnotation;
        boolean taken = switch (stored) {
            case BINARY -> text || meant instanceof DecimalLogicalTypeAnnotation;
            case FIXED_LEN_BYTE_ARRAY -> meant instanceof DecimalLogicalTypeAnnotation;
            case BOOLEAN, INT32, INT64, FLOAT, DOUBLE -> number;
            default -> false;
        };
        return taken
                ? Optional.empty()
                : Optional.of("holds " + descriptor.getPrimitiveType() + ", not numbers or texts");
    }

    /** Hands over the current value and goes on to the next. */
    void hand(ColumnReader values, long row, RowSink sink) {
        if (values.getCurrentDefinitionLevel() < descriptor.getMaxDefinitionLevel()) {
            sink.missing(name);
        } else if (stored == PrimitiveTypeName.BOOLEAN) {
            sink.truth(name, values.getBoolean());
        } else if (stored == PrimitiveTypeName.BINARY && !(meant instanceof DecimalLogicalTypeAnnotation)) {
            sink.text(name, text(values.getBinary(), row));
        } else {
            sink.number(name, number(values));
        }
        values.consume();
    }

    private String text(Binary bytes, long row) {
        ByteBuffer buffer = bytes.toByteBuffer();
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
        } catch (CharacterCodingException e) {
            throw file.wrong(
                    "row " + row + ", column '" + name + "': bytes that are no text; texts or numbers are needed");
        }
    }

    private double number(ColumnReader values) {
        boolean unsigned = meant instanceof IntLogicalTypeAnnotation whole && !whole.isSigned();
        if (meant instanceof DecimalLogicalTypeAnnotation decimal) {
            return new BigDecimal(unscaled(values), decimal.getScale()).doubleValue();
        }
        return switch (stored) {
            case INT32 -> unsigned ? Integer.toUnsignedLong(values.getInteger()) : values.getInteger();
            case INT64 -> unsigned ? unsigned(values.getLong()) : values.getLong();
            case FLOAT -> values.getFloat();
            default -> values.getDouble();
        };
    }

    private static double unsigned(long value) {
        return value >= 0 ? value : new BigInteger(Long.toUnsignedString(value)).doubleValue();
    }

    private BigInteger unscaled(ColumnReader values) {
        return switch (stored) {
            case INT32 -> BigInteger.valueOf(values.getInteger());
            case INT64 -> BigInteger.valueOf(values.getLong());
            default -> new BigInteger(values.getBinary().getBytes());
        };
    }
}
