/**
 * Checks that a component keeps the contract of its kind.
 *
 * <p>A plugin's author extends one class for each kind, {@link org.layerwise.testkit.ActivationContract} and its
 * sisters, and says which components are meant; at least 20 checks run on each.
 *
 * <p>The kit brings the modules of the small kinds (activations, initializers, regularizers, optimizers) and JUnit, no
 * more. The contracts of losses and layers need the module {@code network}, those of readers and transforms {@code
 * data-io}, those of metrics and gradient clipping {@code training}: these are optional dependencies, because whoever
 * writes such a component has the module of its interface already, and nobody else should get its libraries.
 */
@NullMarked
package org.layerwise.testkit;

import org.jspecify.annotations.NullMarked;
