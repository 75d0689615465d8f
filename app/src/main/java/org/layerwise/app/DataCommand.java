package org.layerwise.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.layerwise.core.Splittable;
import org.layerwise.dataio.DatasetSummary;
import org.layerwise.dataio.Inspection;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.Streaming;
import org.layerwise.experiment.Experiments;
import org.layerwise.experiment.PreparedExperiment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code data FILE}: what the data of an experiment, or a bare data file, hold. */
@Command(
        name = "data",
        header = "Shows what data hold: rows, columns, types, gaps, classes, ranges.",
        description = "FILE is an experiment file, whose parts are shown as they are before the transforms, or a data"
                + " file: csv, json lines, idx, hdf5, mat, npy, npz, parquet, plain or gzipped where that is usual, or a"
                + " folder of images.")
final class DataCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "FILE", description = "An experiment file (.yaml), a data file or a folder of images.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Mixin
    private final TableOptions table = new TableOptions();

    @Option(names = "--json", description = "Everything as JSON, each column by itself.")
    private boolean json;

    @Option(
            names = "--set",
            paramLabel = "path.to.key=value",
            description = "Gives any key of an experiment file another value.")
    private final List<String> overrides = new ArrayList<>();

    @Option(
            names = "--augment-preview",
            paramLabel = "PNG",
            description =
                    "Writes a contact sheet instead: training images of an experiment, and what its augment makes of"
                            + " them in the first epochs.")
    private Optional<Path> preview = Optional.empty();

    @Mixin
    private final PluginsOption plugins;

    DataCommand(Session session) {
        this.session = session;
        this.plugins = new PluginsOption(session);
    }

    @Override
    public Integer call() {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            ofExperiment();
        } else {
            ofFile();
        }
        return ExitCode.DONE;
    }

    private void ofExperiment() {
        table.refuse();
        PreparedExperiment prepared;
        try (ReadingBar bar = ReadingBar.on(session)) {
            prepared = new Experiments(plugins.registry(), bar).prepare(file, overrides);
        }
        if (preview.isPresent()) {
            new ContactSheet(prepared).write(preview.get());
            session.out().println(preview.get() + ": each row is a training image, then as the first epochs see it");
            return;
        }
        Map<String, DatasetSummary> parts = new LinkedHashMap<>();
        prepared.parts().forEach(part -> parts.put(part, DatasetSummary.of(prepared.examples(part))));
        show("experiment", parts, prepared.warnings());
    }

    private void ofFile() {
        if (preview.isPresent()) {
            throw new InputException("--augment-preview goes with an experiment file; '" + file + "' is none");
        }
        if (!overrides.isEmpty()) {
            throw new InputException("--set goes with an experiment file; '" + file + "' is none");
        }
        Path home = Path.of("").toAbsolutePath();
        Inspection found;
        try (ReadingBar bar = ReadingBar.on(session)) {
            found = inspect(new ReadContext(home, new Splittable(), Streaming.AUTO, bar));
        }
        Map<String, DatasetSummary> parts = new LinkedHashMap<>();
        found.parts().forEach(part -> parts.put(part.source(), part));
        show(found.format(), parts, found.notes());
    }

    private Inspection inspect(ReadContext context) {
        try {
            return Inspection.of(context, file, new FileReaders(plugins, table));
        } catch (IOException e) {
            throw new InputException("'" + file + "' can't be read: " + e.getMessage());
        }
    }

    private void show(String format, Map<String, DatasetSummary> parts, List<String> notes) {
        if (json) {
            session.out().println(DataJson.write(format, parts, notes));
            return;
        }
        boolean first = true;
        for (Map.Entry<String, DatasetSummary> part : parts.entrySet()) {
            if (!first) {
                session.out().println();
            }
            first = false;
            String source = part.getValue().source();
            String title = part.getKey().equals(source) ? source : part.getKey() + ": " + source;
            DataTable.lines(title, format, part.getValue()).forEach(session.out()::println);
        }
        notes.forEach(session.out()::println);
    }
}
