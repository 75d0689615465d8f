/**
 * Data sets: reading or generating them, splitting, transforming, and handing mini-batches to a network.
 *
 * <pre>{@code
 * ReadContext context = new ReadContext(Path.of("data"), new Splittable());
 * Dataset flowers = new Csv(Path.of("iris.csv"), List.of("species")).read(context);
 * Split.Parts parts = new Split(0.8, 0, 0.2, true, true, Optional.of(7L)).cutByClass(flowers, context.random(), 0);
 *
 * Dataset train = parts.train();
 * for (Transform transform : List.of(new Impute(), new Standardize())) {
 *     train = transform.fit(train).apply(train);
 * }
 * DenseMatrix X = train.inputs();                                  // (features, examples)
 * DenseMatrix Y = OneHotTargets.of(train).encode(train);           // (classes, examples)
 * }</pre>
 *
 * <p>What is wrong with data is a {@link org.layerwise.dataio.DataException} with file and row, column or offset. Nothing is
 * repaired in silence: truncated files, trailing bytes, wrong check sums, text among numbers and unseen categories are
 * errors; missing values stay missing until a transform fills them.
 */
@NullMarked
package org.layerwise.dataio;

import org.jspecify.annotations.NullMarked;
