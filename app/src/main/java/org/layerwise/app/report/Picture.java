package org.layerwise.app.report;

import java.awt.image.BufferedImage;

/**
 * An example that is an image, and what the model said of it.
 *
 * @param image its pixels
 * @param caption which example it is, its class, the predicted one
 */
record Picture(BufferedImage image, String caption) {}
