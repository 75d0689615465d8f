package org.layerwise.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code init [FILE]}: writes an experiment file to begin with. */
@Command(
        name = "init",
        header = "Writes an experiment file to begin with.",
        description =
                "A small experiment that trains as it is, with comments on what else there is. A file that is there"
                        + " already is left alone.")
final class InitCommand implements Callable<Integer> {
    private static final String STARTER = "starter.yaml";

    private final Session session;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The file to write, in a folder that is there. Default: experiment.yaml.")
    private Path file = Path.of("experiment.yaml");

    InitCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (InputStream starter = Objects.requireNonNull(InitCommand.class.getResourceAsStream(STARTER))) {
            Files.write(file, starter.readAllBytes(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new InputException(file + " is there already; expected the name of a new file");
        } catch (IOException e) {
            throw new InputException(file + " can't be written (" + e.getClass().getSimpleName()
                    + "); expected a file in a folder that is there and can be written");
        }
        session.out().println(file + " is written; try: layerwise train " + file);
        return ExitCode.DONE;
    }
}
