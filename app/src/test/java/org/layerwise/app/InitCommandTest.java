package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void writesAFileThatTrainsAsItIs() {
        Path file = folder.resolve("mine.yaml");
        Console console = new Console();
        assertThat(console.run("init", file.toString())).as(console.err()).isZero();
        assertThat(console.out()).contains("try: layerwise train " + file);
        Console training = new Console();
        assertThat(training.run("train", file.toString(), "--out", folder.toString(), "--set", "training.epochs=3"))
                .as(training.err())
                .isZero();
        assertThat(folder.resolve("first-experiment/report.html")).exists();
    }

    @Test
    void leavesAFileThatIsThereAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "name: mine");
        Console console = new Console();
        assertThat(console.run("init", file.toString())).isEqualTo(2);
        assertThat(console.err()).contains("mine.yaml is there already; expected the name of a new file");
        assertThat(file).hasContent("name: mine");
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        Console console = new Console();
        assertThat(console.run("init", folder.resolve("none/mine.yaml").toString()))
                .isEqualTo(2);
        assertThat(console.err()).contains("can't be written", "a folder that is there");
    }
}
