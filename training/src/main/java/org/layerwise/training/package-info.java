/**
 * Trains networks and measures them, from plain Java.
 *
 * <pre>{@code
 * RandomSource random = new Splittable().seeded(1);
 * Network network = Network.builder(x.getRowDimension())
 *         .layer(new Dense(20, new Relu()))
 *         .layer(new Dense(1, new Sigmoid()))
 *         .loss(new BinaryCrossEntropy())
 *         .random(random)
 *         .build();
 * TrainingOptions options = TrainingOptions.epochs(100)
 *         .batchSize(64)
 *         .metric("accuracy", new Accuracy())
 *         .earlyStopping(new EarlyStopping("dev_cost", 10))
 *         .build();
 * TrainingResult result = Trainer.builder(network, new Adam(0.001))
 *         .train(Examples.of(x, y))
 *         .dev(Examples.of(xDev, yDev))
 *         .options(options)
 *         .random(random)
 *         .build()
 *         .train();
 * }</pre>
 *
 * <p>Matrices are in the course's orientation: each column of X and Y is one example. {@link
 * org.layerwise.training.Checkpointer} is offered the {@link org.layerwise.training.TrainingState} from which {@link
 * org.layerwise.training.TrainerBuilder#resumeFrom} goes on to the same bits.
 */
@NullMarked
package org.layerwise.training;

import org.jspecify.annotations.NullMarked;
