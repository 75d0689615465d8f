/** The command line: turns arguments into calls of the experiment module, and what comes back into text and exit codes. */
@NullMarked
package org.layerwise.app;

import org.jspecify.annotations.NullMarked;
