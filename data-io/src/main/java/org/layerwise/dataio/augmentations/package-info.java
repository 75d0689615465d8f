/** The augmentations of training images that come with Layerwise. */
@org.jspecify.annotations.NullMarked
package org.layerwise.dataio.augmentations;
