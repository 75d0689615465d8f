package org.layerwise.app;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.layerwise.experiment.ExperimentSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code schema}: what an experiment file may say, for editors. */
@Command(
        name = "schema",
        header = "Prints a JSON Schema of experiment files.",
        description = "Editors that know JSON Schema then complete keys and names, show what they mean and mark what is"
                + " wrong: write it to a file and begin an experiment file with"
                + " '# yaml-language-server: $schema=layerwise.schema.json'. Components of plugins are in it.")
final class SchemaCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final PluginsOption plugins;

    SchemaCommand(Session session) {
        this.session = session;
        this.plugins = new PluginsOption(session);
    }

    @Override
    public Integer call() {
        session.out().print(ExperimentSchema.of(plugins.registry(), new Texts()));
        return ExitCode.DONE;
    }

    /** What the components' Javadoc says. */
    private static final class Texts implements ExperimentSchema.Descriptions {
        @Override
        public Optional<String> of(Class<?> record) {
            return Description.of(record).map(Description::summary).filter(text -> !text.isEmpty());
        }

        @Override
        public Optional<String> of(Class<?> record, String option) {
            return Description.of(record)
                    .map(text -> text.options().getOrDefault(option, ""))
                    .filter(text -> !text.isEmpty());
        }
    }
}
