package org.layerwise.dataio.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;

/**
 * Which values some columns have, and how often; every example is looked at once, and all columns are counted on the way. The
 * tables of all columns together take at most an eighth of the heap.
 */
public final class ValueCounts {
    private static final int SHARE_OF_HEAP = 8;

    private final Dataset dataset;
    private final int[] columns;
    private final long room;

    /** @param columns indices of feature columns */
    public ValueCounts(Dataset dataset, int[] columns) {
        this(dataset, columns, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP / ValueTable.BYTES);
    }

    /** @param room how many different values all columns together may have in memory */
    ValueCounts(Dataset dataset, int[] columns, long room) {
        this.dataset = dataset;
        this.columns = columns.clone();
        this.room = room;
    }

    private interface Use {
        void of(int place, double value);
    }

    private void eachKnown(Use use) {
        double[] row = new double[dataset.features()];
        for (int i = 0; i < dataset.examples(); i++) {
            dataset.copyFeatures(i, row);
            for (int k = 0; k < columns.length; k++) {
                if (!Double.isNaN(row[columns[k]])) {
                    use.of(k, row[columns[k]]);
                }
            }
        }
    }

    private String named(int k) {
        return dataset.source() + ": column "
                + Names.quoted(dataset.columns().get(columns[k]).name());
    }

    private void check(ValueTable table, int k) {
        ColumnPick.requireStatistics(dataset, columns[k], table.known(), table.greatest());
    }

    /**
     * The known values of each column, each once, ascending.
     *
     * @param most how many a column may have
     * @param advice what to do with one that has more
     * @throws DataException if a column has more, or no known value, or all together have more than memory holds
     */
    public double[][] distinct(int most, String advice) {
        ValueTable[] tables = tables();
        long[] all = {0};
        eachKnown((k, value) -> {
            int before = tables[k].distinct();
            tables[k].add(value);
            all[0] += tables[k].distinct() - before;
            if (tables[k].distinct() > most || all[0] > room) {
                int largest = largest(tables);
                throw new DataException(named(largest) + " has more than " + (tables[largest].distinct() - 1)
                        + " different values; " + advice);
            }
        });
        for (int k = 0; k < columns.length; k++) {
            check(tables[k], k);
        }
        return Arrays.stream(tables).map(ValueTable::sorted).toArray(double[][]::new);
    }

    private ValueTable[] tables() {
        return IntStream.range(0, columns.length)
                .mapToObj(k -> new ValueTable())
                .toArray(ValueTable[]::new);
    }

    private static int largest(ValueTable[] tables) {
        return IntStream.range(0, tables.length)
                .boxed()
                .max(Comparator.comparingInt(k -> tables[k].distinct()))
                .orElseThrow();
    }

    /**
     * The known value of each column that comes most often, the least of several. Of a column with more different values than
     * memory holds it is found, and proved, by two more passes if it comes often enough to stand out.
     *
     * @throws DataException if a column has no known value, or no value of it stands out
     */
    public double[] mostFrequent() {
        int atMost = (int) Math.max(2, Math.min(Integer.MAX_VALUE / 4, room / Math.max(1, columns.length)));
        ValueTable[] tables = tables();
        eachKnown((k, value) -> tables[k].addWithin(value, atMost));
        for (int k = 0; k < columns.length; k++) {
            check(tables[k], k);
        }
        int[] open = IntStream.range(0, columns.length)
                .filter(k -> tables[k].lost() > 0)
                .toArray();
        if (open.length > 0) {
            countAgain(tables, open);
        }
        return Arrays.stream(tables).mapToDouble(ValueTable::mostFrequent).toArray();
    }

    private void countAgain(ValueTable[] tables, int[] open) {
        boolean[] again = new boolean[columns.length];
        for (int k : open) {
            again[k] = true;
            tables[k].startAgain();
        }
        eachKnown((k, value) -> {
            if (again[k]) {
                tables[k].addKnown(value);
            }
        });
        for (int k : open) {
            if (tables[k].mostOften() - 1 <= tables[k].lost()) {
                throw new DataException(named(k) + " has more different values than memory holds, and none that"
                        + " stands out: most_frequent can't be found; impute it by mean or median, or give Java more"
                        + " memory (JAVA_TOOL_OPTIONS=-Xmx…)");
            }
        }
    }
}
