/**
 * Checks that a component keeps the contract of its kind.
 *
 * <p>A plugin's author extends one class for each kind, {@link org.layerwise.testkit.ActivationContract} and its
 * sisters, and says which components are meant.
 */
@NullMarked
package org.layerwise.testkit;

import org.jspecify.annotations.NullMarked;
