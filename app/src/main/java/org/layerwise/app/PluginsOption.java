package org.layerwise.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.layerwise.core.Registry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code --plugins}, and the registry that follows from it. */
@Command
final class PluginsOption {
    private static final String VARIABLE = "LAYERWISE_PLUGINS";

    private final Session session;

    @Option(
            names = "--plugins",
            paramLabel = "PATH",
            description = "A jar with plugins, or a folder of such jars; may be repeated. The variable " + VARIABLE
                    + " takes the same, separated like a class path.")
    private final List<Path> paths = new ArrayList<>();

    PluginsOption(Session session) {
        this.session = session;
    }

    /**
     * The components of Layerwise and of the plugins that the user named.
     *
     * @throws InputException if a path holds no plugin jar
     * @throws org.layerwise.core.PluginException if a plugin cannot be used
     */
    Registry registry() {
        List<Path> all = new ArrayList<>(paths);
        all.addAll(PluginJars.split(session.environment().getOrDefault(VARIABLE, "")));
        return all.isEmpty() ? Registry.load() : Registry.load(PluginJars.loader(all));
    }

    /** The option as it was given, for another command on the same plugins. */
    List<String> arguments() {
        return paths.stream()
                .flatMap(path -> Stream.of("--plugins", path.toString()))
                .toList();
    }
}
