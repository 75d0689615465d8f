package org.layerwise.dataio.readers;

import static org.layerwise.core.Options.require;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.layerwise.core.Alias;
import org.layerwise.core.OneOrMore;
import org.layerwise.core.OptionException;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.internal.InputFile;
import org.layerwise.dataio.internal.Table;
import org.layerwise.dataio.internal.TableRequest;

/**
 * Reads a table of text: comma-separated values and their kin, plain or gzipped.
 *
 * <p>A column whose known values are all numbers is numeric; any other is categorical. Where most are numbers and some are
 * not, that is an error: list what means a missing value, or the column as categorical. So is a column of numbers with
 * commas for points, unless {@code decimal} says so. A column of dates or times
 * ({@code 2024-01-31}, {@code 31/01/2024}, {@code 01.02.2024}, {@code 2024-01-31T10:00:00Z}, {@code 10:30}) is refused by
 * experiments unless it is left out or listed as categorical. Numbers are decimal, correctly
 * rounded; {@code nan} and {@code inf} are refused. Empty lines are left out. A byte-order mark decides the encoding. A column
 * whose field in the header is empty is called by its position, from 1; it is warned of, since it mostly is the index that
 * pandas and R write.
 *
 * <p>Errors name file, row (from 1, without the header), line and column: rows of another length than the header, a
 * column name that comes twice, bytes that are no text in the encoding, a quote that does not end.
 * <p>Source: RFC 4180. Differs from: pandas, which takes the columns of a table without header as 0, 1, …, reads numbers
 * less exactly by default, and takes more words for missing values.
 *
 * @param file the file
 * @param target the target column, or a list of them; none in data to predict from
 * @param features the feature columns, in this order; default all but the target
 * @param delimiter what separates fields: one character, or {@code tab}; default a comma, a tab for {@code .tsv}
 * @param quote what encloses fields that hold the delimiter; default {@code "}
 * @param header whether the first line holds the columns' names; without it they are named 1, 2, … by position, and -1
 *     is the last; default true
 * @param missing what stands for a missing value, besides an empty field; default {@code ["", "?", "NA"]}
 * @param categorical columns that hold categories although they look like numbers
 * @param encoding of the file; default utf-8
 * @param trim whether white space around unquoted fields is left out; default true
 * @param comment the character that starts a line to leave out; default none
 * @param decimal what separates a number's decimals: {@code "."} or {@code ","}; default a point
 */
public record Csv(
        Path file,
        @OneOrMore @Alias("targets") List<String> target,
        @OneOrMore List<String> features,
        @Alias("separator") Optional<String> delimiter,
        String quote,
        boolean header,
        @OneOrMore List<String> missing,
        @OneOrMore List<String> categorical,
        String encoding,
        boolean trim,
        Optional<String> comment,
        String decimal)
        implements DatasetReader {
    public Csv(Path file) {
        this(file, List.of());
    }

    /** With a header, commas and everything else by default. */
    public Csv(Path file, List<String> target) {
        this(
                file,
                target,
                List.of(),
                Optional.empty(),
                "\"",
                true,
                List.of("", "?", "NA"),
                List.of(),
                "utf-8",
                true,
                Optional.empty(),
                ".");
    }

    /**
     * @throws OptionException if delimiter, quote or comment is not one character, the encoding is not known, or decimal is
     *     neither a point nor a comma
     */
    public Csv {
        target = List.copyOf(target);
        features = List.copyOf(features);
        missing = List.copyOf(missing);
        categorical = List.copyOf(categorical);
        delimiter.ifPresent(d -> require(!character(d).isEmpty(), "delimiter", "'" + d + "'", "one character, or tab"));
        require(quote.length() == 1, "quote", "'" + quote + "'", "one character");
        comment.ifPresent(c -> require(c.length() == 1, "comment", "'" + c + "'", "one character"));
        require(isCharset(encoding), "encoding", "'" + encoding + "'", "one such as utf-8, iso-8859-1 or windows-1252");
        String separator = separator(file, delimiter);
        require(!quote.equals(separator), "quote", "'" + quote + "'", "other than the delimiter");
        require(decimal.equals(".") || decimal.equals(","), "decimal", "'" + decimal + "'", "'.' or ','");
        require(
                !decimal.equals(separator),
                "decimal",
                "'" + decimal + "'",
                "other than the delimiter; say delimiter: too");
    }

    private static String separator(Path file, Optional<String> delimiter) {
        boolean tabs = file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(tsv|tab)(\\.gz)?");
        return delimiter.map(Csv::character).orElse(tabs ? "\t" : ",");
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }

    private static String character(String delimiter) {
        return switch (delimiter) {
            case "tab", "\\t" -> "\t";
            case "space" -> " ";
            default -> delimiter.length() == 1 && !"\r\n".contains(delimiter) ? delimiter : "";
        };
    }

    @Override
    public Dataset read(ReadContext context) throws IOException {
        return table(context).read();
    }

    @Override
    public Map<String, String> columnNotes(ReadContext context, Dataset read) throws IOException {
        return table(context).columnNotes(read);
    }

    private Table table(ReadContext context) throws IOException {
        InputFile input = InputFile.find(context, file, "file");
        String separator = separator(file, delimiter);
        CsvReader.CsvReaderBuilder parser = CsvReader.builder()
                .fieldSeparator(separator.charAt(0))
                .quoteCharacter(quote.charAt(0))
                .commentStrategy(comment.isPresent() ? CommentStrategy.SKIP : CommentStrategy.NONE)
                .commentCharacter(comment.orElse("#").charAt(0))
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
        TableRequest request =
                new TableRequest(target, features, header, missing, categorical, trim, decimal.charAt(0));
        String key = request + encoding + separator + quote + comment;
        return new Table(input, encoding, parser, request, context, key);
    }
}
