package org.layerwise.app;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class VersionFromManifest implements IVersionProvider {
    /** The version of this program; {@code unknown} where it does not run from its jar. */
    static String version() {
        String version = VersionFromManifest.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "layerwise " + version(), "Java " + Runtime.version() + ", " + System.getProperty("java.vendor")
        };
    }
}
