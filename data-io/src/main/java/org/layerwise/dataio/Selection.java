package org.layerwise.dataio;

import java.util.function.UnaryOperator;
import org.layerwise.dataio.internal.Rows;

/**
 * Which of the stored examples a data set has, in order: of each its row among the stored features, among the stored
 * targets, and in the file. Where these are one object a part takes one list, not three.
 */
record Selection(Rows features, Rows targets, Rows origins) {
    /** All that is stored, as it is in the file. */
    static Selection all(int examples) {
        Rows rows = Rows.first(examples);
        return new Selection(rows, rows, rows);
    }

    int count() {
        return features.count();
    }

    /** These examples, in this order. */
    Selection at(int[] examples) {
        return part(rows -> rows.at(examples));
    }

    /** As {@link #at}; the indices are not copied if that can be: whoever gives them away no longer writes to them. */
    Selection atGiven(int[] examples) {
        return part(rows -> rows.atGiven(examples));
    }

    /** The examples {@code from … to−1}. */
    Selection range(int from, int to) {
        return part(rows -> rows.range(from, to));
    }

    private Selection part(UnaryOperator<Rows> choice) {
        Rows some = choice.apply(features);
        Rows someTargets = targets == features ? some : choice.apply(targets);
        return new Selection(some, someTargets, origins == features ? some : choice.apply(origins));
    }

    /** The same examples, whose features and targets are now stored in their order and nothing else with them. */
    Selection withOwnValues() {
        Rows own = Rows.first(count());
        return new Selection(own, own, origins);
    }

    /** The same examples, whose features are now stored in their order and nothing else with them. */
    Selection withOwnFeatures() {
        return new Selection(Rows.first(count()), targets, origins);
    }

    /** The same examples, whose targets are now stored in their order and nothing else with them. */
    Selection withOwnTargets() {
        return new Selection(features, Rows.first(count()), origins);
    }

    /** The same examples, whose targets are the features of others. */
    Selection withTargets(Selection others) {
        return new Selection(features, others.features, origins);
    }

    /** The same examples, whose features are their targets. */
    Selection targetsAsFeatures() {
        return new Selection(targets, targets, origins);
    }
}
