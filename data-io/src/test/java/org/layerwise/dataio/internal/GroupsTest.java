package org.layerwise.dataio.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Groups of two classes that can be shared out evenly: a greedy search finds that only if it looks at the right things. */
class GroupsTest {
    /** Each group as how many it has of either class; all of them, and of each part. */
    @ParameterizedTest
    @CsvSource({
        // Found when groups with the most uneven classes come first.
        "4-2 1-1 0-2 5-3 0-2, 5, 5",
        "3-1 4-2 3-1 1-1 5-3 2-2, 9, 5",
        // Found when a class's share is measured by how common it is.
        "2-3 1-2 0-3 3-2 1-2 1-2, 4, 7",
        "5-3 6-2 5-3 4-3 3-1 1-2, 12, 7",
    })
    void areSharedOutByClass(String text, int ofFirst, int ofSecond) {
        List<List<Integer>> members = new ArrayList<>();
        List<Integer> classes = new ArrayList<>();
        for (String group : text.split(" ")) {
            List<Integer> own = new ArrayList<>();
            for (int k = 0; k < 2; k++) {
                for (int i = Integer.parseInt(group.split("-")[k]); i > 0; i--) {
                    own.add(classes.size());
                    classes.add(k);
                }
            }
            members.add(own);
        }
        Groups groups =
                new Groups(members, classes.stream().mapToInt(Integer::intValue).toArray());
        int half = ofFirst + ofSecond;
        for (List<Integer> part : groups.share(new int[] {half, half})) {
            List<Integer> there = part.stream()
                    .flatMap(g -> groups.members(g).stream())
                    .map(classes::get)
                    .toList();
            assertThat(there).hasSize(half).filteredOn(k -> k == 0).hasSize(ofFirst);
        }
    }
}
