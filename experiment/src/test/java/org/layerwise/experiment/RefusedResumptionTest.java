package org.layerwise.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.layerwise.experiment.NoisyRuns.EXPERIMENT;
import static org.layerwise.experiment.NoisyRuns.REGISTRY;
import static org.layerwise.experiment.NoisyRuns.resume;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a run does not go on, or may not end in the same bits, it is said why. */
class RefusedResumptionTest {
    @TempDir(factory = QuickFolder.class)
    private Path folder;

    private NoisyRuns runs;

    @BeforeEach
    void writeData() throws IOException {
        runs = new NoisyRuns(folder);
    }

    @Test
    void refusesChangedDataByName() throws IOException {
        Path killed = runs.killedAt(20);
        Path data = runs.data();
        Files.writeString(data, Files.readString(data).replaceFirst("small", "large"));

        assertThatThrownBy(() -> ResumableRun.open(killed, List.of(), REGISTRY))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("data.csv: the data have changed since the run began");
        Files.delete(data);
        assertThatThrownBy(() -> ResumableRun.open(killed, List.of(), REGISTRY))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("data.csv: the data are not there any more");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "network.layers[0].units=6 | network can't change in a run that goes on",
                "data.split.seed=4 | data can't change in a run that goes on",
                "seed=2 | seed can't change in a run that goes on",
                "training.batch_size=16 | training.batch_size can't change in a run that goes on",
                "training.metrics=[] | training.metrics can't change in a run that goes on",
                "training.optimizer=sgd | training.optimizer is adam, and what it remembers means nothing to sgd",
                "training.epochs=1 | training.epochs is 1 but 3 are trained or begun already; expected at least 3",
                "training.epochs=x | --set training.epochs",
                "training.epoch=20 | did you mean 'epochs'?",
            })
    void refusesAnOverrideThatWouldChangeWhatWasTrained(String override, String message) throws IOException {
        Path killed = runs.killedAt(20);

        assertThatThrownBy(() -> ResumableRun.open(killed, List.of(override), REGISTRY))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining(message);
        resume(killed);
    }

    @Test
    void refusesAStateThatIsWithoutWhatANewRuleNeeds() throws IOException {
        Path killed = runs.killedAt(20, EXPERIMENT.replaceFirst(" +early_stopping: .*\n", ""));

        assertThatThrownBy(() ->
                        ResumableRun.open(killed, List.of("training.early_stopping={monitor: dev_cost}"), REGISTRY))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("training.early_stopping can't be added to a run under way");
    }

    @Test
    void refusesAFolderThatSomebodyElseTrainsIn() throws IOException {
        Path killed = runs.killedAt(20);
        try (ResumableRun run = ResumableRun.open(killed, List.of(), REGISTRY)) {
            assertThatThrownBy(() -> ResumableRun.open(run.folder(), List.of(), REGISTRY))
                    .isInstanceOf(ExperimentException.class)
                    .hasMessageContaining("another process trains in this run folder");
        }
        resume(killed);
    }

    @Test
    void refusesAFolderThatIsNoRun() {
        assertThatThrownBy(() -> ResumableRun.open(folder.resolve("nothing"), List.of(), REGISTRY))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("is no run folder; expected one with experiment.yaml");
    }

    @Test
    void refusesARunWhosePluginIsNotHere() throws IOException {
        Path killed = runs.killedAt(20);
        Path json = killed.resolve("run.json");
        Files.writeString(json, Files.readString(json).replace("OptimizersPlugin", "StrangePlugin"));

        assertThatThrownBy(() -> ResumableRun.open(killed, List.of(), REGISTRY))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("the plugin org.layerwise.optimizers.StrangePlugin took part in this run")
                .hasMessageContaining("--plugins");
        Files.writeString(json, "{");
        assertThatThrownBy(() -> ResumableRun.open(killed, List.of(), REGISTRY))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("run.json is damaged");
    }

    @Test
    void saysThatAnotherVersionMayGiveOtherBits() throws IOException {
        Path killed = runs.killedAt(20);
        Path json = killed.resolve("run.json");
        Files.writeString(
                json, Files.readString(json).replaceFirst("\"layerwise\" : \"[^\"]*\"", "\"layerwise\" : \"0.0.1\""));

        try (ResumableRun run = ResumableRun.open(killed, List.of(), REGISTRY)) {
            assertThat(run.notes()).singleElement().asString().startsWith("Layerwise was 0.0.1 when the run began");
        }
    }
}
