package org.layerwise.app;

import java.util.List;
import java.util.concurrent.Callable;
import org.layerwise.experiment.JsonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

    @Option(names = "--json", description = "Prints JSON, for programs.")
    private boolean json;

    @Mixin
    private final PluginsOption plugins;

    ComponentsCommand(Session session) {
        this.session = session;
        this.plugins = new PluginsOption(session);
    }

    @Override
    public Integer call() {
        Catalogue catalogue = new Catalogue(plugins.registry());
        if (json) {
            session.out().print(JsonText.of(data(catalogue.data())));
        } else {
            lines(catalogue).forEach(session.out()::println);
        }
        return ExitCode.DONE;
    }

    private List<String> lines(Catalogue catalogue) {
        return kind.isEmpty()
                ? catalogue.all()
                : name.isEmpty() ? catalogue.kind(kind) : catalogue.component(kind, name);
    }

    private Object data(CatalogueData data) {
        return kind.isEmpty() ? data.all() : name.isEmpty() ? data.kind(kind) : data.component(kind, name);
    }
}
