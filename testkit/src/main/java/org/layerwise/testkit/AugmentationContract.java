package org.layerwise.testkit;

import java.util.List;
import org.layerwise.dataio.Augmentation;
import org.layerwise.testkit.internal.AugmentationChecks;

/** The contract of augmentations of training images. */
public abstract class AugmentationContract extends Contract<Augmentation> {
    /** For subclasses. */
    protected AugmentationContract() {
        super(
                Augmentation.class,
                List.of(
                        new Check<>("writes every value, whatever the shape", AugmentationChecks::writesEveryValue),
                        new Check<>("leaves the image unchanged", AugmentationChecks::leavesTheImage),
                        new Check<>("does not look at what stood there", AugmentationChecks::ignoresOldValues),
                        new Check<>("changes most images", AugmentationChecks::changesMost),
                        new Check<>("gives the same bits for the same seed", AugmentationChecks::isPure),
                        new Check<>("gives other images for other seeds", AugmentationChecks::varies),
                        new Check<>("gives the same bits in several threads", AugmentationChecks::isThreadSafe),
                        new Check<>("draws whatever the image", AugmentationChecks::drawsWhateverTheImage),
                        new Check<>("goes on with its stream", AugmentationChecks::goesOn),
                        new Check<>("works with every generator", AugmentationChecks::worksWithNumpy),
                        new Check<>("stays finite from 5e-324 to 1e300", AugmentationChecks::survivesExtremes),
                        new Check<>("does not hide NaN", AugmentationChecks::passesNanOn)));
    }
}
