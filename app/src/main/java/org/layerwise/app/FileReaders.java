package org.layerwise.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.dataio.Inspection;
import org.layerwise.dataio.readers.Csv;

/** Makes readers of files from what the command line says of tables. */
final class FileReaders implements Inspection.Readers {
    private final PluginsOption plugins;
    private final TableOptions table;

    FileReaders(PluginsOption plugins, TableOptions table) {
        this.plugins = plugins;
        this.table = table;
    }

    @Override
    public DatasetReader table(Path file, List<String> categorical) {
        return table.reader("csv", new Csv(file, table.target()), List.of(), categorical);
    }

    @Override
    public Optional<DatasetReader> other(String format, Path file, List<String> features, List<String> categorical) {
        return plugins.registry()
                .find(DatasetReader.class, format)
                .map(type -> table.reader(format, made(type, file), features, categorical));
    }

    private DatasetReader made(Class<? extends DatasetReader> type, Path file) {
        try {
            return type.getConstructor(Path.class, List.class).newInstance(file, table.target());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the reader " + type.getName() + " can't be made of a file and targets", e);
        }
    }
}
