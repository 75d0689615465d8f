/** Readers of files: tables, arrays and images. */
@NullMarked
package org.layerwise.dataio.readers;

import org.jspecify.annotations.NullMarked;
