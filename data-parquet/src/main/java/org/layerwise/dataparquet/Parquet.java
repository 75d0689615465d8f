package org.layerwise.dataparquet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.layerwise.core.Alias;
import org.layerwise.core.OneOrMore;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.tables.TableColumns;
import org.layerwise.dataio.tables.TableFile;

/**
 * Reads a table from a Parquet file, packed in any of the usual ways.
 *
 * <p>Whole and decimal numbers, single and double precision are numbers; texts are categories; booleans are 1 and 0 in a
 * feature and the classes {@code true} and {@code false} in a target. What is null is missing. A field {@code w} of a
 * structure {@code size} is the column {@code size.w}, and {@code size} in an option stands for all its fields. Whole
 * numbers beyond 2^53 are rounded to doubles.
 *
 * <p>Errors name file, row (from 1) and column: a wanted column that holds dates, times, lists, maps or bytes that are no
 * text; NaN and infinity, unless listed under missing; a file that is cut short or damaged. Columns that are not wanted may
 * hold anything.
 * <p>Source: parquet.apache.org/docs/file-format.
 *
 * @param file the file
 * @param target the target column, or a list of them; none in data to predict from
 * @param features the feature columns, in this order; default all but the target
 * @param missing what stands for a missing value, besides null; default nothing
 * @param categorical columns that hold categories although they look like numbers
 */
public record Parquet(
        Path file,
        @OneOrMore @Alias("targets") List<String> target,
        @OneOrMore List<String> features,
        @OneOrMore List<String> missing,
        @OneOrMore List<String> categorical)
        implements DatasetReader {
    public Parquet(Path file) {
        this(file, List.of());
    }

    /** With everything else by default. */
    public Parquet(Path file, List<String> target) {
        this(file, target, List.of(), List.of(), List.of());
    }

    public Parquet {
        target = List.copyOf(target);
        features = List.copyOf(features);
        missing = List.copyOf(missing);
        categorical = List.copyOf(categorical);
    }

    @Override
    public Dataset read(ReadContext context) throws IOException {
        TableFile table = TableFile.find(context, file, "file");
        return table.read(new TableColumns(target, features, missing, categorical), new ParquetRows(table), "parquet");
    }
}
