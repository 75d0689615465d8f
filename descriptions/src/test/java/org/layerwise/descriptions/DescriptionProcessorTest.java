package org.layerwise.descriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescriptionProcessorTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path classes;

    @Test
    void keepsTheJavadocOfAPublicComponent() throws IOException {
        compile("""
                package sample;
                /**
                 * Doubles. Größer.
                 *
                 * @param by how much
                 */
                public record Twice(double by) implements Runnable { public void run() {} }
                """);
        assertThat(classes.resolve("META-INF/layerwise/javadoc/sample.Twice.txt"))
                .content()
                .contains("Doubles. Größer.")
                .contains("@param by how much");
    }

    @Test
    void keepsThatOfANestedComponentToo() throws IOException {
        compile("""
                package sample;
                public final class Twice {
                    /** Doubles within. */
                    public record Inner(double by) implements Runnable { public void run() {} }
                }
                """);
        assertThat(classes.resolve("META-INF/layerwise/javadoc/sample.Twice$Inner.txt"))
                .content()
                .contains("Doubles within.");
    }

    @Test
    void passesOverWhatIsNoComponent() throws IOException {
        compile("""
                package sample;
                /** Implements nothing. */
                public record Twice(double by) {}
                """);
        assertThat(classes.resolve("META-INF")).doesNotExist();
    }

    private void compile(String source) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavaCompiler.CompilationTask task = compiler.getTask(
                null,
                null,
                null,
                List.of("-encoding", "UTF-8", "-d", classes.toString()),
                null,
                List.of(new Source(source)));
        task.setProcessors(List.of(new DescriptionProcessor()));
        assertThat(task.call()).isTrue();
        assertThat(Files.exists(classes.resolve("sample/Twice.class"))).isTrue();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String code;

        Source(String code) {
            super(URI.create("string:///sample/Twice.java"), JavaFileObject.Kind.SOURCE);
            this.code = code;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
        }
    }
}
