package org.layerwise.experiment.internal.yaml;

import java.util.List;

/** {@code [a, b]}. */
public record ListNode(Position at, List<Node> items) implements Node {
    public ListNode {
        items = List.copyOf(items);
    }

    @Override
    public String describe() {
        return items.isEmpty() ? "an empty list" : "a list";
    }
}
