package org.layerwise.dataio.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.Dataset;

/**
 * Examples in the order of their parts, no group in two of them.
 *
 * @param order the examples, part by part; those that belong to none come last
 * @param sizes of the parts, near those that were wanted
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
public record GroupedSplit(int[] order, int[] sizes) {
    /**
     * Takes the groups in the order in which they first appear, each into the part that lacks most.
     *
     * @param order all examples, shuffled
     * @param wanted the sizes of the parts; what is over belongs to none
     * @throws DataException if the column is not there, a value is missing, or a part gets no group
     */
    public static GroupedSplit of(Dataset dataset, String name, int[] order, int[] wanted) {
        List<List<Integer>> parts = new ArrayList<>();
        int[] lacking = new int[wanted.length + 1];
        for (int p = 0; p < lacking.length; p++) {
            parts.add(new ArrayList<>());
            lacking[p] = p < wanted.length
                    ? wanted[p]
                    : order.length - IntStream.of(wanted).sum();
        }
        for (List<Integer> group : groups(dataset, name, order).values()) {
            int most = 0;
            for (int p = 1; p < lacking.length; p++) {
                most = lacking[p] > lacking[most] ? p : most;
            }
            parts.get(most).addAll(group);
            lacking[most] -= group.size();
        }
        int[] sizes =
                IntStream.range(0, wanted.length).map(p -> parts.get(p).size()).toArray();
        for (int p = 0; p < wanted.length; p++) {
            if (wanted[p] > 0 && sizes[p] == 0) {
                throw tooFew(dataset, name, wanted[p]);
            }
        }
        return new GroupedSplit(
                parts.stream().flatMap(List::stream).mapToInt(Integer::intValue).toArray(), sizes);
    }

    /**
     * As {@link #of}, with each class shared out as well as whole groups allow. Greedy, as scikit-learn's
     * StratifiedGroupKFold: groups with the most uneven classes come first, each goes to the part where the squared distances
     * between the numbers of each class and its share, divided by the share, grow least.
     *
     * @param classes the class of each example
     */
    public static GroupedSplit stratified(Dataset dataset, String name, int[] order, int[] wanted, int[] classes) {
        Groups groups = new Groups(List.copyOf(groups(dataset, name, order).values()), classes);
        int left = order.length - IntStream.of(wanted).sum();
        int[] sizes = Arrays.copyOf(wanted, wanted.length + 1);
        sizes[wanted.length] = left;
        List<List<Integer>> parts = groups.share(sizes);
        for (int p = 0; p < wanted.length; p++) {
            if (wanted[p] > 0 && parts.get(p).isEmpty()) {
                throw tooFew(dataset, name, wanted[p]);
            }
        }
        return new GroupedSplit(
                parts.stream()
                        .flatMap(List::stream)
                        .flatMap(g -> groups.members(g).stream())
                        .mapToInt(Integer::intValue)
                        .toArray(),
                IntStream.range(0, wanted.length)
                        .map(p -> parts.get(p).stream()
                                .mapToInt(g -> groups.members(g).size())
                                .sum())
                        .toArray());
    }

    private static DataException tooFew(Dataset dataset, String name, int wanted) {
        return DataException.ofOption(
                "group",
                dataset.source() + ": column " + Names.quoted(name) + " has too few groups for the parts; one of "
                        + wanted + " examples gets none");
    }

    private static Map<Double, List<Integer>> groups(Dataset dataset, String name, int[] order) {
        int index = Lookup.column(dataset, name, "group");
        Column column = dataset.columns().get(index);
        Map<Double, List<Integer>> groups = new LinkedHashMap<>();
        for (int i : order) {
            double value = dataset.feature(i, index);
            if (Double.isNaN(value)) {
                throw DataException.ofOption("group", dataset.place(i, column) + ": the group is missing");
            }
            groups.computeIfAbsent(value + 0.0, v -> new ArrayList<>()).add(i);
        }
        return groups;
    }
}
