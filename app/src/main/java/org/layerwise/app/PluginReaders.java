package org.layerwise.app;

import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.layerwise.dataio.DatasetReader;

/** Readers by the name of their format, made with a file and, where they take them so, the target columns. */
final class PluginReaders {
    private final PluginsOption plugins;

    PluginReaders(PluginsOption plugins) {
        this.plugins = plugins;
    }

    /** The reader of this name for a file, where one is installed. */
    Optional<DatasetReader> reader(String name, Path file, List<String> target) {
        return plugins.registry().find(DatasetReader.class, name).map(type -> made(type, file, target));
    }

    private static DatasetReader made(Class<? extends DatasetReader> type, Path file, List<String> target) {
        try {
            Constructor<? extends DatasetReader> constructor = type.getConstructor(Path.class, List.class);
            return constructor.newInstance(file, target);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the reader " + type.getName() + " can't be made of a file and targets", e);
        }
    }
}
