package org.layerwise.core;

import org.jspecify.annotations.Nullable;

/**
 * Says that a plugin cannot be used: its services file names a missing class, it fails, or it brings a name that
 * another plugin brings too. The message names the plugin's class and its jar.
 */
public final class PluginException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and what to do, lower case, no full stop */
    public PluginException(String message) {
        super(message);
    }

    /** @param message what is wrong and what to do, lower case, no full stop */
    public PluginException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
