@NullMarked
package org.layerwise.app.report;

import org.jspecify.annotations.NullMarked;
