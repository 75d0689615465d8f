package org.layerwise.experiment.internal.run;

/** Where the data and its parts stand in the experiment file: what is wrong with one is shown there. */
record DataPlaces(Located located) {
    private static final String TRAIN = "data.train";
    private static final String SOURCE = "data.source";

    /** The part of this name: its own reader or, of one source, the split. */
    String of(String part) {
        String own = "data." + part;
        if (located.has(own)) {
            return own;
        }
        return located.has("data.split") ? "data.split" : SOURCE;
    }

    /** The file from which the columns are known. */
    String file() {
        return PartReader.fileOf(located, located.has(TRAIN) ? TRAIN : SOURCE);
    }
}
