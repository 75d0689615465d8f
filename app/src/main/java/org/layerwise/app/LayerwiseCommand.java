package org.layerwise.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program as a whole; it does nothing without a command, and {@link Commands} adds those. */
@Command(
        name = "layerwise",
        description = "Neural-network experiments from YAML files.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = VersionFromManifest.class,
        footer = {
            "",
            "Exit codes: 0 done; 1 a fault of Layerwise; 2 something is wrong with the input;",
            "3 the run diverged, a check of the file failed, or verify found a difference.",
            "",
            "Try: layerwise train examples/planar-flower.yaml"
        })
final class LayerwiseCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        CommandLine commandLine = spec.commandLine();
        throw new ParameterException(commandLine, "no command given");
    }
}
