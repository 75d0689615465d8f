package org.layerwise.datajson;

import static org.layerwise.core.Options.require;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.layerwise.core.Alias;
import org.layerwise.core.OneOrMore;
import org.layerwise.core.OptionException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.tables.TableColumns;
import org.layerwise.dataio.tables.TableFile;

/**
 * Reads JSON lines, one object a line, plain or gzipped: each object is an example, each key a column.
 *
 * <p>Columns come in the order in which their keys first appear. A key that a row lacks, and {@code null}, is a missing
 * value there. Numbers are numbers; texts are categories, also where they look like numbers; {@code true} and
 * {@code false} are 1 and 0 in a feature and classes in a target. A column that mixes numbers with a few texts or with
 * booleans is an error; a column of dates or times is one for experiments, unless it is left out or listed as categorical. What is nested becomes columns of its own: {@code {"size": {"w": 2}, "pixels": [3, 4]}} gives
 * {@code size.w}, {@code pixels.1} and {@code pixels.2}, and {@code pixels} in an option stands for all of them. Empty
 * lines are left out. A byte-order mark decides the encoding.
 *
 * <p>Errors name file, row (from 1), line and character or column: what is no JSON, an array or a value instead of an
 * object, more than one object in a line, a key that comes twice, a number beyond doubles, {@code NaN} and infinity (unless
 * listed under missing), bytes that are no text in the encoding.
 * <p>Source: RFC 8259; jsonlines.org. Differs from: pandas, which takes texts that look like numbers for numbers and keeps
 * what is nested as objects.
 *
 * @param file the file
 * @param target the target column, or a list of them; none in data to predict from
 * @param features the feature columns, in this order; default all but the target
 * @param missing what stands for a missing value, besides null; default {@code ["", "?", "NA"]}
 * @param categorical columns that hold categories although they look like numbers
 * @param encoding of the file; default utf-8
 */
public record JsonLines(
        Path file,
        @OneOrMore @Alias("targets") List<String> target,
        @OneOrMore List<String> features,
        @OneOrMore List<String> missing,
        @OneOrMore List<String> categorical,
        String encoding)
        implements DatasetReader {
    public JsonLines(Path file) {
        this(file, List.of());
    }

    /** With everything else by default. */
    public JsonLines(Path file, List<String> target) {
        this(file, target, List.of(), List.of("", "?", "NA"), List.of(), "utf-8");
    }

    /** @throws OptionException if the encoding is not known */
    public JsonLines {
        target = List.copyOf(target);
        features = List.copyOf(features);
        missing = List.copyOf(missing);
        categorical = List.copyOf(categorical);
        require(
                TableFile.isEncoding(encoding),
                "encoding",
                "'" + encoding + "'",
                "one such as utf-8, iso-8859-1 or windows-1252");
    }

    @Override
    public Dataset read(ReadContext context) throws IOException {
        TableFile table = TableFile.find(context, file, "file");
        TableColumns columns = new TableColumns(target, features, missing, categorical);
        return table.read(columns, new JsonRows(table, encoding), "json_lines " + encoding);
    }
}
