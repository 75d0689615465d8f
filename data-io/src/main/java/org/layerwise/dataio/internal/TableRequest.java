package org.layerwise.dataio.internal;

import java.util.List;

/** What is wanted of a table; see the csv reader for the meaning of each. */
public record TableRequest(
        List<String> target,
        List<String> features,
        boolean header,
        List<String> missing,
        List<String> categorical,
        boolean trim,
        char decimal) {}
