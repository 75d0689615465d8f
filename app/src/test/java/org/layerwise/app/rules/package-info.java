@NullMarked
package org.layerwise.app.rules;

import org.jspecify.annotations.NullMarked;
