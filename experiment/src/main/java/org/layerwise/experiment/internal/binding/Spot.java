package org.layerwise.experiment.internal.binding;

import org.layerwise.experiment.internal.yaml.MapNode;
import org.layerwise.experiment.internal.yaml.Node;
import org.layerwise.experiment.internal.yaml.Position;

/**
 * A node with what messages need to speak of it.
 *
 * @param node what stands there
 * @param place where a mistake about it as a whole is shown
 * @param key where its key stands; a list item or the root has none and stands for itself
 * @param path how to get there from the root, {@code network.layers[0].units}
 */
public record Spot(Node node, Position place, Position key, String path) {
    /** The root of a tree. */
    public static Spot root(Node node) {
        return new Spot(node, node.at(), node.at(), "");
    }

    /** The value of a key of this map. */
    public Spot child(MapNode.Entry entry) {
        String below = path.isEmpty() ? entry.key() : path + "." + entry.key();
        return new Spot(entry.value(), entry.place(), entry.keyAt(), below);
    }

    /** An item of this list. */
    public Spot item(int index, Node item) {
        return new Spot(item, item.at(), item.at(), path + "[" + index + "]");
    }

    /** The same place with another node, for instance with some keys taken out. */
    public Spot with(Node other) {
        return new Spot(other, place, key, path);
    }
}
