/** Classes that do what the rules forbid, to show that the rules see it. */
@NullMarked
package org.layerwise.samples;

import org.jspecify.annotations.NullMarked;
