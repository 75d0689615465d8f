/** Tables in Parquet files. */
@NullMarked
package org.layerwise.dataparquet;

import org.jspecify.annotations.NullMarked;
