package org.layerwise.app;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

/** Finds plugin jars and makes their classes loadable. */
final class PluginJars {
    private PluginJars() {}

    /** The paths of a variable that is written like a class path. */
    static List<Path> split(String variable) {
        List<Path> paths = new ArrayList<>();
        for (String part : variable.split(Pattern.quote(File.pathSeparator), -1)) {
            if (!part.isBlank()) {
                paths.add(Path.of(part));
            }
        }
        return paths;
    }

    /**
     * A class loader over these jars and folders of jars, below that of Layerwise. It stays open as long as the process:
     * components load further classes while they work.
     */
    static ClassLoader loader(List<Path> paths) {
        Set<Path> jars = new LinkedHashSet<>();
        for (Path path : paths) {
            jarsOf(path).forEach(jar -> jars.add(real(jar)));
        }
        List<URL> urls = jars.stream().map(PluginJars::url).toList();
        URLClassLoader loader = new URLClassLoader(
                "plugins", urls.toArray(new URL[0]), Thread.currentThread().getContextClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        return loader;
    }

    private static List<Path> jarsOf(Path path) {
        if (!Files.exists(path)) {
            throw new InputException("plugins: there is no file or folder '" + path + "'");
        }
        List<Path> jars = Files.isDirectory(path) ? jarsIn(path) : List.of(path);
        jars.forEach(PluginJars::requireJar);
        return jars;
    }

    private static List<Path> jarsIn(Path folder) {
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
            found.forEach(jars::add);
        } catch (IOException e) {
            throw new InputException("plugins: the folder '" + folder + "' cannot be read: " + e.getMessage());
        }
        if (jars.isEmpty()) {
            throw new InputException("plugins: there is no jar in the folder '" + folder + "'");
        }
        jars.sort(null);
        return jars;
    }

    /** Class loaders pass over a damaged jar in silence; the user should hear of it. */
    private static void requireJar(Path jar) {
        try (JarFile opened = new JarFile(jar.toFile())) {
            opened.getManifest();
        } catch (ZipException e) {
            throw new InputException("plugins: '" + jar + "' is no jar: " + e.getMessage());
        } catch (IOException e) {
            throw new InputException("plugins: '" + jar + "' cannot be read: " + e.getMessage());
        }
    }

    /** One jar that is named in two ways, or linked, counts once. */
    private static Path real(Path jar) {
        try {
            return jar.toRealPath();
        } catch (IOException e) {
            throw new InputException("plugins: '" + jar + "' cannot be read: " + e.getMessage());
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new InputException("plugins: '" + jar + "' is no file: " + e.getMessage());
        }
    }
}
