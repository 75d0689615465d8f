/** Tables in the form of JSON. */
@NullMarked
package org.layerwise.datajson;

import org.jspecify.annotations.NullMarked;
