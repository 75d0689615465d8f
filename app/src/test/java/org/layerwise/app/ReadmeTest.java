package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows works: its experiment trains, its Java compiles, its links lead somewhere. */
class ReadmeTest {
    private static final Path README = Path.of("..", "README.md");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void itsExperimentTrains() throws IOException {
        String yaml = blocks("yaml").get(0);
        assertThat(yaml.lines()).hasSizeLessThanOrEqualTo(21);
        Path file = Files.writeString(folder.resolve("two-moons.yaml"), yaml);
        Console console = new Console();
        int code = console.run("train", file.toString(), "--out", folder.toString(), "--set", "training.epochs=2");
        assertThat(code).as(console.err()).isZero();
    }

    @Test
    void itsJavaCompiles() throws IOException {
        List<String> sources = blocks("java");
        assertThat(sources).hasSize(2);
        for (String source : sources) {
            Matcher name =
                    Pattern.compile("(?m)^(?:public final )?class (\\w+)").matcher(source);
            assertThat(name.find()).isTrue();
            Path file = Files.writeString(folder.resolve(name.group(1) + ".java"), source);
            ByteArrayOutputStream errors = new ByteArrayOutputStream();
            int code = ToolProvider.getSystemJavaCompiler()
                    .run(
                            null,
                            null,
                            errors,
                            "-encoding",
                            "UTF-8",
                            "-proc:none",
                            "-d",
                            folder.toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            file.toString());
            assertThat(code).as(errors.toString(StandardCharsets.UTF_8)).isZero();
        }
    }

    @Test
    void itsLinksLeadToFilesAndHeadings() throws IOException {
        String text = Files.readString(README);
        Matcher link = Pattern.compile("\\]\\(([^)\\s]+)\\)").matcher(text);
        while (link.find()) {
            String target = link.group(1);
            if (target.startsWith("#")) {
                assertThat(text.toLowerCase(Locale.ROOT)
                                .replaceAll("[^a-z0-9\\n ]", "")
                                .replace(' ', '-'))
                        .contains(target.substring(1));
            } else if (!target.startsWith("http")) {
                assertThat(Path.of("..").resolve(target)).exists();
            }
        }
    }

    private static List<String> blocks(String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher block = Pattern.compile("(?s)```" + language + "\\n(.*?)```").matcher(Files.readString(README));
        while (block.find()) {
            blocks.add(block.group(1));
        }
        return blocks;
    }
}
