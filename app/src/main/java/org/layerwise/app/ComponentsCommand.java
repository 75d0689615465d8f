package org.layerwise.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code components [KIND [NAME]]}: what an experiment file may name. */
@Command(
        name = "components",
        header = "Lists what an experiment file may name.",
        description = "Plugins included. With KIND and NAME: what a component means, and its options.")
final class ComponentsCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", arity = "0..1", paramLabel = "KIND", description = "For example activations.")
    private String kind = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "For example leaky_relu.")
    private String name = "";

    @Mixin
    private final PluginsOption plugins;

    ComponentsCommand(Session session) {
        this.session = session;
        this.plugins = new PluginsOption(session);
    }

    @Override
    public Integer call() {
        Catalogue catalogue = new Catalogue(plugins.registry());
        (kind.isEmpty() ? catalogue.all() : name.isEmpty() ? catalogue.kind(kind) : catalogue.component(kind, name))
                .forEach(session.out()::println);
        return ExitCode.DONE;
    }
}
