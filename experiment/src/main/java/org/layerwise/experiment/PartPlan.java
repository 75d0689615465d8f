package org.layerwise.experiment;

import static org.layerwise.core.Options.require;

import java.util.Optional;
import org.layerwise.dataio.DatasetReader;

/**
 * What a reader reads, or a piece of it: {@code {type: csv, …, skip: 100, take: 50}}.
 *
 * @param reader reads the whole
 * @param skip examples to leave out at the beginning; default 0
 * @param take examples to take after that; default all
 */
public record PartPlan(DatasetReader reader, int skip, Optional<Integer> take) {
    public PartPlan(DatasetReader reader) {
        this(reader, 0, Optional.empty());
    }

    /** @throws org.layerwise.core.OptionException if skip is negative or take is below 1 */
    public PartPlan {
        require(skip >= 0, "skip", skip, ">= 0");
        require(take.orElse(1) >= 1, "take", take.orElse(1), ">= 1");
    }
}
