package org.layerwise.app;

import java.util.List;
import picocli.CommandLine;

/** What {@code layerwise} can do. */
final class Commands {
    /** In the order of the help. */
    private static final List<Named> ALL = List.of(
            new Named("train", TrainCommand.class),
            new Named("validate", ValidateCommand.class),
            new Named("gradcheck", GradcheckCommand.class),
            new Named("lr-find", LrFindCommand.class),
            new Named("sweep", SweepCommand.class),
            new Named("resume", ResumeCommand.class),
            new Named("verify", VerifyCommand.class),
            new Named("data", DataCommand.class),
            new Named("evaluate", EvaluateCommand.class),
            new Named("predict", PredictCommand.class),
            new Named("compare", CompareCommand.class),
            new Named("report", ReportCommand.class),
            new Named("components", ComponentsCommand.class),
            new Named("schema", SchemaCommand.class),
            new Named("init", InitCommand.class));

    private Commands() {}

    /** A command's name, known without looking at its class. */
    private record Named(String name, Class<?> type) {}

    /**
     * Adds the command that is asked for, or all of them where none is: to read the options of fourteen commands takes
     * as long as to start Java.
     */
    static void addTo(CommandLine commandLine, String... arguments) {
        String first = arguments.length == 0 ? "" : arguments[0];
        List<Named> asked =
                ALL.stream().filter(command -> command.name().equals(first)).toList();
        for (Named command : asked.isEmpty() ? ALL : asked) {
            commandLine.addSubcommand(command.name(), command.type());
        }
    }
}
