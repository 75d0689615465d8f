@NullMarked
package org.layerwise.datajson;

import org.jspecify.annotations.NullMarked;
