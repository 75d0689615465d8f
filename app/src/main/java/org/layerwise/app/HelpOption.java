package org.layerwise.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code --help}, which every command takes. */
@Command(optionListHeading = "%nOptions:%n", parameterListHeading = "%nParameters:%n", sortOptions = false)
final class HelpOption {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and leave.")
    private boolean help;
}
