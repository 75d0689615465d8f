package org.layerwise.app;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.stream.Collectors;
import org.layerwise.core.PluginException;
import org.layerwise.dataio.DataException;
import org.layerwise.experiment.ExperimentException;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs one command line: parses it, calls the command, and turns whatever goes wrong into a message and an exit code. */
final class CommandLineRunner {
    private final Session session;

    private CommandLineRunner(Session session) {
        this.session = session;
    }

    /** A runner that writes to these streams; the launcher says whether the first is a terminal. */
    static CommandLineRunner of(PrintStream out, PrintStream err, Map<String, String> environment) {
        boolean terminal = Boolean.getBoolean("layerwise.terminal") && !"dumb".equals(environment.get("TERM"));
        return new CommandLineRunner(new Session(out, err, environment, terminal));
    }

    /** Runs the command and returns its exit code. */
    int run(String... arguments) {
        try {
            return commandLine(arguments).execute(arguments);
        } catch (StackOverflowError | OutOfMemoryError | LinkageError e) {
            return crashed(e);
        }
    }

    private CommandLine commandLine(String... arguments) {
        CommandLine commandLine = new CommandLine(LayerwiseCommand.class, new SessionFactory(session));
        Commands.addTo(commandLine, arguments);
        commandLine.getSubcommands().values().forEach(CommandLineRunner::addHelp);
        commandLine.setOut(writer(session.out()));
        commandLine.setErr(writer(session.err()));
        commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        commandLine.setUsageHelpWidth(100);
        commandLine.setUsageHelpAutoWidth(false);
        commandLine.setExpandAtFiles(false);
        commandLine.setTrimQuotes(false);
        commandLine.setParameterExceptionHandler((e, rejected) -> misused(foremost(e)));
        commandLine.setExecutionExceptionHandler((e, command, parsed) -> failed(e));
        return commandLine;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    private static void addHelp(CommandLine command) {
        command.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help and leave.")
                        .build());
    }

    /** An unknown option goes before what is missing: who mistypes {@code --help} need not be told of the file. */
    private static ParameterException foremost(ParameterException e) {
        List<String> unmatched = e.getCommandLine().getUnmatchedArguments();
        if (e instanceof MissingParameterException && !unmatched.isEmpty()) {
            UnmatchedArgumentException unknown = new UnmatchedArgumentException(e.getCommandLine(), unmatched);
            return unknown.isUnknownOption() ? unknown : e;
        }
        return e;
    }

    /** A wrong command or option: what is wrong, what comes near, where to read more. */
    private int misused(ParameterException e) {
        CommandLine command = e.getCommandLine();
        say(complaint(e) + suggestion(e));
        if (command.getParent() == null) {
            say("commands: "
                    + command.getSubcommands().keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        say("see '" + command.getCommandSpec().qualifiedName() + " --help'");
        return ExitCode.INPUT;
    }

    private static String complaint(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            String what = e.getCommandLine().getParent() == null ? "unknown command" : "unexpected argument";
            return what + " '" + unmatched.getUnmatched().get(0) + "'";
        }
        return firstLower(String.valueOf(e.getMessage()));
    }

    private static String suggestion(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            String given = unmatched.getUnmatched().get(0).replaceFirst("=.*", "");
            return nearOption(given, e.getCommandLine())
                    .or(() -> unmatched.getSuggestions().stream()
                            .filter(near -> isNear(given, near))
                            .findFirst())
                    .map(near -> "; did you mean '" + near + "'?")
                    .orElse("");
        }
        return "";
    }

    private static Optional<String> nearOption(String given, CommandLine command) {
        Map<String, String> options = command.getCommandSpec().optionsMap().keySet().stream()
                .filter(name -> name.startsWith("--"))
                .collect(Collectors.toMap(CommandLineRunner::word, name -> name));
        return given.startsWith("-")
                ? Suggestion.nearest(word(given), options.keySet()).map(options::get)
                : Optional.empty();
    }

    private static String word(String option) {
        return option.replaceFirst("^-+", "").replace('-', '_');
    }

    /** What the parser suggests is sometimes far away; a near word begins alike and is about as long. */
    private static boolean isNear(String given, String word) {
        String a = word(given);
        String b = word(word);
        return !a.isEmpty() && b.startsWith(a.substring(0, 1)) && Math.abs(a.length() - b.length()) <= 2;
    }

    private int failed(Exception e) {
        if (e instanceof ExperimentException || e instanceof PluginException || e instanceof DataException) {
            session.err().println(e.getMessage());
            if (e instanceof PluginException && !(e.getCause() instanceof ServiceConfigurationError)) {
                Optional.ofNullable(e.getCause()).ifPresent(this::keepStackTrace);
            }
            return ExitCode.INPUT;
        }
        if (e instanceof InputException) {
            say(String.valueOf(e.getMessage()));
            return ExitCode.INPUT;
        }
        return crashed(e);
    }

    /**
     * Our fault: a short message; the stack trace goes to a file. That what was asked for takes more memory than there is is
     * the user's to change.
     */
    private int crashed(Throwable e) {
        if (isOutOfMemory(e)) {
            say("out of memory: Java has " + (Runtime.getRuntime().maxMemory() >> 20)
                    + " MB; expected more (JAVA_TOOL_OPTIONS=-Xmx…)");
            return ExitCode.INPUT;
        }
        say("internal error: " + e + " (a fault of Layerwise, not of your input)");
        keepStackTrace(e);
        return ExitCode.INTERNAL;
    }

    private static boolean isOutOfMemory(Throwable thrown) {
        boolean found = false;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            found |= cause instanceof OutOfMemoryError;
        }
        return found;
    }

    private void keepStackTrace(Throwable e) {
        try {
            Path log = Files.createTempFile("layerwise-", ".log");
            try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(log, StandardCharsets.UTF_8))) {
                e.printStackTrace(writer);
            }
            say("the stack trace is in " + log);
        } catch (IOException io) {
            say("the stack trace could not be written: " + io);
            say(Arrays.stream(e.getStackTrace()).limit(5).map(String::valueOf).collect(Collectors.joining(", ")));
        }
    }

    private void say(String message) {
        session.err().println("layerwise: " + message);
    }

    private static String firstLower(String message) {
        return message.isEmpty() ? message : Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }

    /** Makes commands, handing the session to those that ask for it. */
    record SessionFactory(Session session) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            for (var constructor : type.getDeclaredConstructors()) {
                if (Arrays.equals(constructor.getParameterTypes(), new Class<?>[] {Session.class})) {
                    return type.cast(constructor.newInstance(session));
                }
            }
            return CommandLine.defaultFactory().create(type);
        }
    }
}
