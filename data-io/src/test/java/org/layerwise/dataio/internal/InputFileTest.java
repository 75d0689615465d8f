package org.layerwise.dataio.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.layerwise.core.Splittable;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.ReadContext;

class InputFileTest {
    @TempDir
    Path folder;

    private void refuses(String wanted, String end) {
        assertThatThrownBy(() -> InputFile.find(new ReadContext(folder, new Splittable()), Path.of(wanted), "file"))
                .isInstanceOf(DataException.class)
                .hasMessage("no file '" + folder.resolve(wanted) + "'" + end);
    }

    @Test
    void theNearNameIsShown() throws IOException {
        for (int i = 0; i < 30; i++) {
            Files.createFile(folder.resolve("other" + i));
        }
        Files.createFile(folder.resolve("titanic.csv"));
        refuses("titanik.csv", "; did you mean 'titanic.csv'?");
    }

    @Test
    void ofACrowdOfOtherNamesNoneIs() throws IOException {
        for (int i = 0; i < 30; i++) {
            Files.createFile(folder.resolve("other" + i));
        }
        refuses("titanic.csv", "");
    }

    @Test
    void aFewAreAllShownButNoConvertedOnes() throws IOException {
        Files.createFile(folder.resolve("iris.csv"));
        Files.createFile(folder.resolve(".hidden"));
        Files.createFile(folder.resolve("iris.csv.0123456789abcdef-01234567.rows"));
        refuses("titanic.csv", "; known are 'iris.csv'");
    }
}
