package org.layerwise.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.regex.Pattern;

/** Finds plugins with {@link ServiceLoader} and says in full which file or class is at fault when one cannot be had. */
final class PluginFinder {
    private static final String SERVICES_FILE = "META-INF/services/" + Plugin.class.getName();

    private PluginFinder() {}

    static List<Plugin> find(ClassLoader loader) {
        requireOneFileForEach(loader);
        List<Plugin> plugins = new ArrayList<>();
        try {
            Iterator<ServiceLoader.Provider<Plugin>> providers =
                    ServiceLoader.load(Plugin.class, loader).stream().iterator();
            while (providers.hasNext()) {
                plugins.add(make(providers.next()));
            }
        } catch (ServiceConfigurationError e) {
            throw new PluginException(diagnose(loader).orElseGet(e::getMessage), e);
        }
        return plugins;
    }

    private static Plugin make(ServiceLoader.Provider<Plugin> provider) {
        try {
            return provider.get();
        } catch (ServiceConfigurationError | LinkageError e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new PluginException(
                    "plugin " + provider.type().getName() + " in " + locationOf(provider.type()) + " cannot be made: "
                            + cause,
                    e);
        }
    }

    /** The jar or folder of a class, or the name of its module. */
    static String locationOf(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source != null && source.getLocation() != null) {
            return display(source.getLocation());
        }
        Module module = type.getModule();
        return module.isNamed() ? "module " + module.getName() : "an unknown place";
    }

    private static String display(URL location) {
        try {
            return Path.of(location.toURI()).toString();
        } catch (URISyntaxException | RuntimeException e) {
            return location.toString();
        }
    }

    /** Of two jars that hold the same plugin class ServiceLoader passes over the second one in silence. */
    private static void requireOneFileForEach(ClassLoader loader) {
        Map<String, URL> files = new HashMap<>();
        try {
            for (URL file : Collections.list(loader.getResources(SERVICES_FILE))) {
                for (String name : classesIn(file)) {
                    URL earlier = files.putIfAbsent(name, file);
                    if (earlier != null && !earlier.toString().equals(file.toString())) {
                        throw new PluginException("the plugin " + name + " is there twice, in " + holderOf(earlier)
                                + " and in " + holderOf(file) + "; remove one of the two");
                    }
                }
            }
        } catch (IOException e) {
            throw new PluginException("cannot read the list of plugins " + SERVICES_FILE + ": " + e, e);
        }
    }

    /** The jar or folder that holds a services file. */
    private static String holderOf(URL file) {
        String path = file.toString().replaceFirst("!?/" + Pattern.quote(SERVICES_FILE) + "$", "");
        try {
            return display(URI.create(path.replaceFirst("^jar:", "")).toURL());
        } catch (IllegalArgumentException | MalformedURLException e) {
            return path;
        }
    }

    /** ServiceLoader names the missing class but not the file that asks for it: look for the first such file. */
    private static Optional<String> diagnose(ClassLoader loader) {
        try {
            for (URL file : Collections.list(loader.getResources(SERVICES_FILE))) {
                for (String name : classesIn(file)) {
                    Optional<String> fault = faultOf(name, loader);
                    if (fault.isPresent()) {
                        return Optional.of(holderOf(file) + ": " + SERVICES_FILE + " names the plugin " + name
                                + ", but " + fault.get());
                    }
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("cannot read the list of plugins " + SERVICES_FILE + ": " + e);
        }
    }

    private static List<String> classesIn(URL file) throws IOException {
        URLConnection connection = file.openConnection();
        connection.setUseCaches(false);
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    private static Optional<String> faultOf(String name, ClassLoader loader) {
        try {
            Class<?> type = Class.forName(name, false, loader);
            return Plugin.class.isAssignableFrom(type)
                    ? Optional.empty()
                    : Optional.of("this class does not implement " + Plugin.class.getName());
        } catch (ClassNotFoundException e) {
            return Optional.of("there is no such class; correct the file, or add the jar that holds the class");
        } catch (LinkageError e) {
            return Optional.of("this class cannot be loaded: " + e);
        }
    }
}
