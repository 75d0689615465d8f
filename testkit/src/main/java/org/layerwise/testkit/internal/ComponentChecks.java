package org.layerwise.testkit.internal;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.layerwise.core.Registry;
import org.layerwise.testkit.Check;
import org.layerwise.testkit.Subject;

/** What is demanded of every component, whatever its kind: its name, its state and its documentation. */
public final class ComponentChecks {
    private static final Pattern TAG = Pattern.compile("@param\\s+(\\w+)\\s+([^@]*)");
    private static final Pattern DEFAULT =
            Pattern.compile("default:?\\s+(true|false|[-−+]?\\d[\\d.]*(?:[eE][-+]?\\d+)?)(?![\\w/^⁻⁰¹²³⁴-⁹·])");

    private ComponentChecks() {}

    /** All of them; {@code use} is some work with the component, to see whether static state changes. */
    public static <S> List<Check<S>> all(Check<S> use) {
        List<Check<S>> component = List.of(
                new Check<>("is found by its name", ComponentChecks::isFound),
                new Check<>("is a public record", ComponentChecks::isPublicRecord),
                new Check<>("has no static state that changes", subject -> StaticState.requireNone(subject, use)),
                new Check<>("documents itself and each option", ComponentChecks::documented),
                new Check<>("documents no option that it lacks", ComponentChecks::documentsItsOwn),
                new Check<>("documents the defaults that it has", ComponentChecks::documentsDefaults));
        return Stream.concat(component.stream(), OptionChecks.<S>all().stream()).toList();
    }

    private static void isFound(Subject<?> subject) {
        Optional<? extends Class<?>> found = Registry.load().find(subject.spi(), subject.name());
        Require.that(
                found.isPresent(), () -> "no plugin registers '" + subject.name() + "'; is it in META-INF/services?");
        Require.that(
                found.filter(type -> type == subject.component().getClass()).isPresent(),
                () -> "'" + subject.name() + "' is registered as " + found + ", not as "
                        + subject.component().getClass());
    }

    private static void isPublicRecord(Subject<?> subject) {
        Class<?> type = subject.component().getClass();
        Require.that(type.isRecord(), () -> type + " is no record");
        Require.that(Modifier.isPublic(type.getModifiers()), () -> type + " is not public");
        Require.that(type.getConstructors().length > 0, () -> type + " has no public constructor");
    }

    private static void documented(Subject<?> subject) throws IOException {
        String text = javadocOf(subject);
        Require.that(!text.isBlank(), () -> "its Javadoc is empty");
        for (RecordComponent option : OptionValues.of(subject)) {
            String tag = "@param " + option.getName() + " ";
            Require.that(text.contains(tag), () -> "its Javadoc lacks " + tag);
        }
    }

    private static void documentsItsOwn(Subject<?> subject) throws IOException {
        Set<String> names = Stream.of(OptionValues.of(subject))
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        for (Matcher tag = TAG.matcher(javadocOf(subject)); tag.find(); ) {
            String name = tag.group(1);
            Require.that(names.contains(name), () -> "its Javadoc has @param " + name + " but there is no such option");
        }
    }

    private static void documentsDefaults(Subject<?> subject) throws IOException {
        Optional<Object> made = OptionValues.withDefaults(subject);
        String text = javadocOf(subject);
        if (made.isEmpty()) {
            return;
        }
        for (Matcher tag = TAG.matcher(text); tag.find(); ) {
            Matcher says = DEFAULT.matcher(tag.group(2));
            Optional<String> has = OptionValues.plain(made.get(), tag.group(1));
            if (says.find() && has.isPresent()) {
                String said = says.group(1).replace('−', '-').replaceAll("\\.$", "");
                String name = tag.group(1);
                Require.that(
                        OptionValues.agree(said, has.get()),
                        () -> "its Javadoc says that " + name + " is " + said + " by default, but it is " + has.get());
            }
        }
    }

    private static String javadocOf(Subject<?> subject) throws IOException {
        Class<?> type = subject.component().getClass();
        String resource = "/META-INF/layerwise/javadoc/" + type.getName() + ".txt";
        try (InputStream in = type.getResourceAsStream(resource)) {
            Require.assume(in != null, "compiled without the processor layerwise-descriptions: no " + resource);
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
