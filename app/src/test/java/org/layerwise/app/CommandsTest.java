package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class CommandsTest {
    @Test
    void everyCommandIsThereUnderItsName() {
        Map<String, String> written = new ClassFileImporter()
                .importPackages(Commands.class.getPackageName()).stream()
                        .filter(type -> type.getSimpleName().endsWith("Command") && type.isAnnotatedWith(Command.class))
                        .filter(type -> !type.isEquivalentTo(LayerwiseCommand.class))
                        .collect(Collectors.toMap(
                                type -> type.getAnnotationOfType(Command.class).name(), JavaClass::getName));
        assertThat(commands()).containsExactlyInAnyOrderEntriesOf(written);
    }

    @Test
    void oneThatIsAskedForIsThereAlone() {
        assertThat(commands("train", "x.yaml")).containsOnlyKeys("train");
        assertThat(commands("trian", "x.yaml")).hasSizeGreaterThan(10);
        assertThat(commands("--help", "train")).hasSizeGreaterThan(10);
    }

    private static Map<String, String> commands(String... arguments) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Session session = new Session(nowhere, nowhere, Map.of(), false);
        CommandLine commandLine =
                new CommandLine(LayerwiseCommand.class, new CommandLineRunner.SessionFactory(session));
        Commands.addTo(commandLine, arguments);
        return commandLine.getSubcommands().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue()
                                .getCommandSpec()
                                .userObject()
                                .getClass()
                                .getName()));
    }
}
