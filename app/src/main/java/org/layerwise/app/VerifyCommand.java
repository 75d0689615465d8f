package org.layerwise.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.layerwise.experiment.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code verify RUN}: trains a finished run again and says whether the same bits come out. */
@Command(
        name = "verify",
        header = "Trains a finished run again and compares the bits.",
        description =
                "From the experiment and the data that the run folder names, which must be what they were. Compares"
                        + " the hashes of the weights and of metrics.csv (but its seconds), and the final metrics. Leaves"
                        + " nothing behind. Exit code 0 if all are equal, 3 if not.")
final class VerifyCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "RUN", description = "The folder of a finished run.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path folder;

    @Mixin
    private final PluginsOption plugins;

    VerifyCommand(Session session) {
        this.session = session;
        this.plugins = new PluginsOption(session);
    }

    @Override
    public Integer call() {
        VectorModule.add(); // before anyone asks for the product: another one gives other bits
        Verification verification = Verification.of(folder, plugins.registry());
        verification.notes().forEach(session.out()::println);
        session.out().println(verification.prepared().summary());
        try (Interruption interruption = Interruption.watch(wait -> false)) {
            List<Verification.Comparison> all =
                    verification.compare(List.of(new ProgressPrinter(session)), interruption::requested);
            if (all.isEmpty()) {
                session.err().println("layerwise: interrupted; nothing was compared");
                return ExitCode.INTERRUPTED;
            }
            return conclude(all);
        }
    }

    private int conclude(List<Verification.Comparison> all) {
        boolean equal = all.stream().allMatch(Verification.Comparison::equal);
        for (Verification.Comparison one : all) {
            session.out()
                    .println(String.format(
                                    Locale.ROOT,
                                    "%-8s %-8s %s",
                                    one.what(),
                                    one.equal() ? "equal" : "differs",
                                    one.detail())
                            .stripTrailing());
        }
        session.out()
                .println(
                        equal ? folder + ": the run is reproduced to the bit" : folder + ": the run is not reproduced");
        return equal ? ExitCode.DONE : ExitCode.FAILED_RUN;
    }
}
