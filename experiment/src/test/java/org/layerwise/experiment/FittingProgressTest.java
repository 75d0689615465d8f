package org.layerwise.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerwise.core.Registry;

/** Preparing an experiment tells how far it is. */
class FittingProgressTest {
    @TempDir(factory = QuickFolder.class)
    private Path folder;

    private SmallTables tables;

    @BeforeEach
    void useTheFolder() {
        tables = new SmallTables(folder);
    }

    @Test
    void fittingStreamedDataSaysHowFarItIs() throws IOException {
        tables.write("a.csv", "x,y", 200, i -> i + "," + i % 2);
        Path file = tables.path("e.yaml");
        tables.prepare("source: {type: csv, file: a.csv, target: y}\ntransforms: [power]\n");
        List<String> told = new ArrayList<>();
        new Experiments(Registry.load(), (what, done, total, unit) -> told.add(what + " " + done + "/" + total))
                .prepare(file, List.of());
        assertThat(told)
                .contains(
                        "fitting transforms[0] 128/200",
                        "fitting transforms[0], pass 2 192/200",
                        "checking the train part 192/200");
    }
}
