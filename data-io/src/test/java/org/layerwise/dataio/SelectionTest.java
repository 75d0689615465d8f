package org.layerwise.dataio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final int[] ORDER = {3, 0, 2};

    @Test
    void aPartOfAllKeepsOneListForFeaturesTargetsAndOrigins() {
        Selection part = Selection.all(4).at(ORDER).range(1, 3);
        assertThat(part.features().list()).containsExactly(0, 2);
        assertThat(part.targets()).isSameAs(part.features());
        assertThat(part.origins()).isSameAs(part.features());
    }

    @Test
    void ownFeaturesCountFromZeroWhileTargetsAndOriginsStayWhereTheyAre() {
        Selection part = Selection.all(4).at(ORDER).withOwnFeatures().at(new int[] {2, 0});
        assertThat(part.features().list()).containsExactly(2, 0);
        assertThat(part.targets().list()).containsExactly(2, 3);
        assertThat(part.origins().list()).containsExactly(2, 3);
    }

    @Test
    void ownTargetsCountFromZeroWhileFeaturesAndOriginsStayWhereTheyAre() {
        Selection part = Selection.all(4).at(ORDER).withOwnTargets().range(0, 2);
        assertThat(part.features().list()).containsExactly(3, 0);
        assertThat(part.targets().list()).containsExactly(0, 1);
        assertThat(part.origins().list()).containsExactly(3, 0);
    }

    @Test
    void ownValuesForgetTheOrderButNotTheOrigins() {
        Selection own = Selection.all(4).at(ORDER).withOwnValues();
        assertThat(own.features().list()).containsExactly(0, 1, 2);
        assertThat(own.targets()).isSameAs(own.features());
        assertThat(own.origins().list()).containsExactly(3, 0, 2);
    }

    @Test
    void targetsCanBeTheFeaturesOfOthersAndFeaturesTheTargets() {
        Selection others = Selection.all(9).at(new int[] {8, 7, 6});
        Selection both = Selection.all(4).at(ORDER).withTargets(others);
        assertThat(both.targets().list()).containsExactly(8, 7, 6);
        assertThat(both.targetsAsFeatures().features().list()).containsExactly(8, 7, 6);
        assertThat(both.targetsAsFeatures().origins().list()).containsExactly(3, 0, 2);
    }

    @Test
    void aGivenOrderOfAllIsNotCopied() {
        int[] order = ORDER.clone();
        Selection given = Selection.all(4).atGiven(order);
        Selection copied = Selection.all(4).at(order);
        order[0] = 1;
        assertThat(given.features().at(0)).isEqualTo(1);
        assertThat(copied.features().at(0)).isEqualTo(3);
    }
}
