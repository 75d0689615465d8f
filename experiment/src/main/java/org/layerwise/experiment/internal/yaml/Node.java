package org.layerwise.experiment.internal.yaml;

/** A piece of an experiment file that knows where it stands. */
public sealed interface Node permits MapNode, ListNode, ScalarNode {
    /** Where it begins. */
    Position at();

    /** What it is, for messages: {@code a list}, {@code 'adam'}. */
    String describe();
}
