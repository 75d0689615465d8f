package org.layerwise.dataio;

import static org.layerwise.core.Options.require;

import java.io.IOException;
import java.util.Optional;

/**
 * Part of what another reader reads: {@code skip:} and {@code take:} of any reader, counted in examples.
 *
 * @param reader the reader of the whole
 * @param skip examples to leave out at the beginning, at least 0
 * @param take examples to keep after those; all without it
 */
public record Slice(DatasetReader reader, int skip, Optional<Integer> take) implements DatasetReader {
    /** @throws org.layerwise.core.OptionException if skip is negative or take is not positive */
    public Slice {
        require(skip >= 0, "skip", skip, ">= 0");
        require(take.orElse(1) >= 1, "take", take.orElse(1), ">= 1");
    }

    /** @throws DataException if the data set has too few examples */
    @Override
    public Dataset read(ReadContext context) throws IOException {
        Dataset rest = reader.read(context).skip(skip);
        return take.map(rest::take).orElse(rest);
    }
}
