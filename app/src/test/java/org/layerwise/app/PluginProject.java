package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Sources that a test writes, compiles and puts in a jar, as the author of a plugin does. */
final class PluginProject {
    private final Path folder;
    private final List<String> processors = new ArrayList<>(List.of("-proc:none"));
    private String services = "";
    private String olderLayerwise = "";

    PluginProject(Path folder) {
        this.folder = folder;
    }

    /** A class by its full name; {@code //} comments of the text do not matter. */
    PluginProject source(String name, String text) throws IOException {
        write("sources/", name, text);
        return this;
    }

    /** A class of Layerwise as it may have been in another version: compiled against, not put in the jar. */
    PluginProject older(String name, String text) throws IOException {
        write("older/", name, text);
        compile(folder.resolve("older"), folder.resolve("older-classes"), "");
        olderLayerwise = folder.resolve("older-classes") + File.pathSeparator;
        return this;
    }

    PluginProject plugin(String name) {
        services += name + "\n";
        return this;
    }

    /** Keeps the Javadoc of components as {@code layerwise-descriptions} does. */
    PluginProject withDescriptions() {
        processors.clear();
        processors.addAll(List.of("-processor", "org.layerwise.descriptions.DescriptionProcessor"));
        return this;
    }

    Path jar(String name) throws IOException {
        Path classes = folder.resolve("classes");
        compile(folder.resolve("sources"), classes, olderLayerwise);
        Path jar = folder.resolve(name);
        try (OutputStream stream = Files.newOutputStream(jar);
                JarOutputStream to = new JarOutputStream(stream)) {
            add(to, "META-INF/services/org.layerwise.core.Plugin", services.getBytes(StandardCharsets.UTF_8));
            for (Path file : files(classes)) {
                String entry = classes.relativize(file).toString().replace(File.separatorChar, '/');
                add(to, entry, Files.readAllBytes(file));
            }
        }
        return jar;
    }

    private void write(String root, String name, String text) throws IOException {
        Path file = folder.resolve(root + name.replace('.', '/') + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void compile(Path sources, Path classes, String before) throws IOException {
        Files.createDirectories(classes);
        List<String> arguments = new ArrayList<>(processors);
        arguments.addAll(List.of("-parameters", "-encoding", "UTF-8", "-d", classes.toString()));
        arguments.addAll(List.of("-cp", before + System.getProperty("java.class.path")));
        files(sources).forEach(file -> arguments.add(file.toString()));
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, errors, arguments.toArray(new String[0]));
        assertThat(code).as(errors.toString(StandardCharsets.UTF_8)).isZero();
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content);
        jar.closeEntry();
    }
}
