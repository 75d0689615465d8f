/**
 * From an experiment file to a run: reading, checking, wiring, running, and the folder that is left.
 *
 * <pre>{@code
 * Registry registry = Registry.load();
 * PreparedExperiment prepared = new Experiments(registry).prepare(Path.of("flower.yaml"), List.of("training.epochs=100"));
 * RunResult result = new ExperimentRunner(Path.of("runs")).run(prepared);
 * Predictions predictions = Model.load(result.folder(), registry).predict(Path.of("new.csv"));
 * }</pre>
 *
 * <p>{@link org.layerwise.experiment.Experiments#prepare} reports every mistake of a file at once, in an {@link
 * org.layerwise.experiment.ExperimentException} whose {@link org.layerwise.experiment.Problem}s have their places. Guice
 * and YAML stay inside this module.
 */
@NullMarked
package org.layerwise.experiment;

import org.jspecify.annotations.NullMarked;
