/**
 * For readers of further formats: turns rows of named values into a data set, in memory or streamed, with the rules and
 * messages of the csv reader.
 *
 * <pre>{@code
 * public Dataset read(ReadContext context) throws IOException {
 *     TableFile table = TableFile.find(context, file, "file");
 *     return table.read(new TableColumns(target, features, missing, categorical), new MyRows(table), "");
 * }
 * }</pre>
 */
@NullMarked
package org.layerwise.dataio.tables;

import org.jspecify.annotations.NullMarked;
