package org.layerwise.experiment.internal.sweep;

import static org.layerwise.core.Options.require;

import java.util.List;
import org.layerwise.core.RandomSource;
import org.layerwise.experiment.internal.Numbers;
import org.layerwise.experiment.internal.yaml.Node;
import org.layerwise.experiment.internal.yaml.Position;
import org.layerwise.experiment.internal.yaml.ScalarNode;

/** What one value of a sweep may be. */
public sealed interface Choice {
    /** One at random. */
    Node draw(RandomSource random);

    /** Values that a check should try: all, or the ends. */
    List<Node> samples();

    /** One of several values. */
    record OneOf(List<Node> values) implements Choice {
        /** @throws org.layerwise.core.OptionException if there is none */
        public OneOf {
            values = List.copyOf(values);
            require(!values.isEmpty(), "values", "none", "at least one");
        }

        @Override
        public Node draw(RandomSource random) {
            return values.get(random.nextInt(values.size()));
        }

        @Override
        public List<Node> samples() {
            return values;
        }
    }

    /** How a range is spread. */
    enum Scale {
        /** Every number alike. */
        LINEAR,
        /** Every order of magnitude alike. */
        LOG
    }

    /**
     * A number between two, both included.
     *
     * @param whole whether it is a whole number
     * @param at where it stands in the file
     */
    record Range(double min, double max, Scale scale, boolean whole, Position at) implements Choice {
        /** @throws org.layerwise.core.OptionException if the ends are no range */
        public Range {
            require(max > min, "max", max, "> min, " + Numbers.shortest(min));
            require(scale == Scale.LINEAR || min > 0, "min", min, "> 0 with scale log");
        }

        @Override
        public Node draw(RandomSource random) {
            double u = random.nextDouble();
            double end = whole ? max + 1 : max;
            double value = scale == Scale.LINEAR ? min + u * (end - min) : min * Math.exp(u * Math.log(end / min));
            return node(Math.min(max, whole ? Math.floor(value) : value));
        }

        @Override
        public List<Node> samples() {
            return List.of(node(min), node(max));
        }

        private Node node(double value) {
            String text = whole ? Long.toString((long) value) : Numbers.shortest(value);
            return new ScalarNode(at, text, ScalarNode.Style.PLAIN);
        }
    }
}
