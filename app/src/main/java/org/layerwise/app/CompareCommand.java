package org.layerwise.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.layerwise.core.Registry;
import org.layerwise.experiment.FinishedRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code compare RUN…}: final metrics of several runs side by side, and in what their experiments differ. */
@Command(
        name = "compare",
        header = "Shows several runs side by side.",
        description = "Their final metrics, the best of each marked by a *, and the keys in which their experiments"
                + " differ.")
final class CompareCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "RUN", arity = "1..*", description = "Folders of finished runs, two or more.")
    private final List<Path> folders = new ArrayList<>();

    @Option(names = "--json", description = "Print JSON instead.")
    private boolean json;

    @Mixin
    private final PluginsOption plugins;

    CompareCommand(Session session) {
        this.session = session;
        this.plugins = new PluginsOption(session);
    }

    @Override
    public Integer call() {
        if (folders.size() < 2) {
            throw new InputException("one run alone can't be compared; expected two or more run folders");
        }
        Registry registry = plugins.registry();
        List<FinishedRun> runs = folders.stream()
                .map(folder -> FinishedRun.read(folder, registry))
                .toList();
        Comparison comparison = new Comparison(runs);
        if (json) {
            session.out().print(comparison.json());
        } else {
            comparison.lines().forEach(session.out()::println);
        }
        return ExitCode.DONE;
    }
}
