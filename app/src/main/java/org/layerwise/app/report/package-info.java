/** The report of a run: one HTML file that opens offline, without scripts. */
@NullMarked
package org.layerwise.app.report;

import org.jspecify.annotations.NullMarked;
