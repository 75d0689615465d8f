package org.layerwise.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program as a whole; it does nothing without a command. */
@Command(
        name = "layerwise",
        description = "Neural-network experiments from YAML files.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            TrainCommand.class,
            ValidateCommand.class,
            GradcheckCommand.class,
            LrFindCommand.class,
            SweepCommand.class,
            ResumeCommand.class,
            VerifyCommand.class,
            DataCommand.class,
            EvaluateCommand.class,
            PredictCommand.class,
            CompareCommand.class,
            ReportCommand.class,
            ComponentsCommand.class,
            SchemaCommand.class,
            InitCommand.class
        },
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
