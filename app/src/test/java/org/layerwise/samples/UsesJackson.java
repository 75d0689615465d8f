package org.layerwise.samples;

import tools.jackson.core.JsonToken;

/** Breaks the rule on Guice and Jackson. */
record UsesJackson(JsonToken token) {}
