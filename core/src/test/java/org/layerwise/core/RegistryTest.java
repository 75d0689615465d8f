package org.layerwise.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTest {
    @TempDir
    Path folder;

    @Test
    void findsAComponentByKindAndName() {
        Registry registry = load(Shapes.class);

        assertThat(registry.find(Shape.class, "circle")).contains(Circle.class);
        assertThat(registry.find(Shape.class, "square")).isEmpty();
        assertThat(registry.find(Runnable.class, "circle")).isEmpty();
    }

    @Test
    void listsNamesInOrderAndKinds() {
        Registry registry = load(Shapes.class);

        assertThat(registry.all(Shape.class)).containsOnlyKeys("circle", "another_1");
        assertThat(registry.all(Shape.class).firstKey()).isEqualTo("another_1");
        assertThat(registry.kinds()).contains(Shape.class).doesNotContain(Runnable.class);
    }

    @Test
    void theFirstRegisteredNameIsTheOneToWrite() {
        Registry registry = load(Shapes.class);

        assertThat(registry.nameOf(Shape.class, Circle.class)).contains("circle");
        assertThat(registry.nameOf(Shape.class, Square.class)).isEmpty();
    }

    @Test
    void saysWhichPluginBroughtAComponentAndFromWhere() {
        Registry.Origin origin =
                load(Shapes.class).origin(Shape.class, "circle").orElseThrow();

        assertThat(origin.plugin()).isEqualTo(Shapes.class.getName());
        assertThat(Path.of(origin.location())).isDirectory().endsWithRaw(Path.of("test-classes"));
    }

    @Test
    void refusesTwoPluginsWithOneKindAndNameAndNamesBoth() {
        assertThatThrownBy(() -> load(Shapes.class, Rival.class))
                .isInstanceOf(PluginException.class)
                .hasMessageContainingAll(
                        "kind Shape", "'circle'", Shapes.class.getName(), Rival.class.getName(), "test-classes");
    }

    @Test
    void refusesMalformedNamesRecordsThatAreNoneAndForeignComponents() {
        assertThatThrownBy(() -> load(Malformed.class)).hasMessageContainingAll("'Big-Circle'", "malformed");
        assertThatThrownBy(() -> load(NoRecord.class)).hasMessageContaining("is no record");
        assertThatThrownBy(() -> load(Foreign.class))
                .hasMessageContaining("does not implement " + Shape.class.getName());
    }

    @Test
    void namesThePluginThatThrows() {
        assertThatThrownBy(() -> load(Throwing.class))
                .isInstanceOf(PluginException.class)
                .hasMessageContainingAll(Throwing.class.getName(), "test-classes", "no licence");
        assertThatThrownBy(() -> load(Unmakeable.class))
                .isInstanceOf(PluginException.class)
                .hasMessageContainingAll(Unmakeable.class.getName(), "cannot be made", "no key");
    }

    @Test
    void namesTheFileThatNamesAMissingClass() {
        assertThatThrownBy(() -> load("org.example.Missing"))
                .isInstanceOf(PluginException.class)
                .hasMessageContainingAll(
                        folder.toString(), "META-INF/services", "org.example.Missing", "there is no such class");
    }

    @Test
    void namesTheFileThatNamesAClassThatIsNoPlugin() {
        assertThatThrownBy(() -> load(Square.class.getName() + " # oops"))
                .isInstanceOf(PluginException.class)
                .hasMessageContainingAll(folder.toString(), Square.class.getName(), "does not implement");
    }

    @Test
    void namesTheFileThatIsMalformed() {
        assertThatThrownBy(() -> load("two words"))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining(folder.toString());
    }

    private Registry load(Class<?>... plugins) {
        return load(Stream.of(plugins).map(Class::getName).toArray(String[]::new));
    }

    private Registry load(String... lines) {
        try {
            Path services = folder.resolve("META-INF/services");
            Files.createDirectories(services);
            Files.write(services.resolve(Plugin.class.getName()), List.of(lines));
            URL[] path = {folder.toUri().toURL()};
            try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
                return Registry.load(loader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    interface Shape {}

    public record Circle(double radius) implements Shape {}

    public record Square() implements Shape {}

    public static final class Blob implements Shape {}

    public static final class Shapes implements Plugin {
        @Override
        public void register(Registrar registrar) {
            registrar.add(Shape.class, "circle", Circle.class);
            registrar.add(Shape.class, "another_1", Circle.class);
        }
    }

    public static final class Rival implements Plugin {
        @Override
        public void register(Registrar registrar) {
            registrar.add(Shape.class, "circle", Square.class);
        }
    }

    public static final class Malformed implements Plugin {
        @Override
        public void register(Registrar registrar) {
            registrar.add(Shape.class, "Big-Circle", Circle.class);
        }
    }

    public static final class NoRecord implements Plugin {
        @Override
        public void register(Registrar registrar) {
            registrar.add(Shape.class, "blob", Blob.class);
        }
    }

    public static final class Foreign implements Plugin {
        @Override
        @SuppressWarnings({"unchecked", "rawtypes"})
        public void register(Registrar registrar) {
            registrar.add(Shape.class, "text", (Class) Registry.Origin.class);
        }
    }

    public static final class Throwing implements Plugin {
        @Override
        public void register(Registrar registrar) {
            throw new IllegalStateException("no licence");
        }
    }

    public static final class Unmakeable implements Plugin {
        public Unmakeable() {
            throw new IllegalStateException("no key");
        }

        @Override
        public void register(Registrar registrar) {}
    }
}
