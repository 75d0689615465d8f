package org.layerwise.testkit;

import java.nio.file.Path;
import java.util.List;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.testkit.internal.ReaderChecks;
import org.layerwise.testkit.internal.ReaderFaults;

/**
 * The contract of readers and generators. A reader of files is given a folder of small sample files; its checks copy,
 * cut and damage what its options of type {@link Path} name.
 */
public abstract class ReaderContract extends Contract<DatasetReader> {
    /** For subclasses whose readers need no files: generators. */
    protected ReaderContract() {
        this(Path.of("target"));
    }

    /**
     * For subclasses whose readers read files.
     *
     * @param samples the folder from which the paths in the readers' options start
     */
    protected ReaderContract(Path samples) {
        super(DatasetReader.class, checks(new ReaderChecks(samples), new ReaderFaults(samples)));
    }

    private static List<Check<DatasetReader>> checks(ReaderChecks ordinary, ReaderFaults faults) {
        return List.of(
                new Check<>("reads examples", ordinary::readsExamples),
                new Check<>("reads the same bits again", ordinary::isPure),
                new Check<>("reads the same bits in several threads", ordinary::isThreadSafe),
                new Check<>("works with every family of random numbers", ordinary::worksWithEveryFamily),
                new Check<>("names each column and its source", ordinary::namesColumns),
                new Check<>("gives categories that it names", ordinary::namesCategories),
                new Check<>("gives a target for each example", ordinary::givesTargets),
                new Check<>("gives axes that hold the features", ordinary::hasAxes),
                new Check<>("gathers what it stores, in any order", ordinary::gathers),
                new Check<>("scatters parts of a row with any stride", ordinary::scatters),
                new Check<>("changes copies alone", ordinary::changesCopies),
                new Check<>("can be cut by skip and take", ordinary::isCut),
                new Check<>("follows its seed", ordinary::followsItsSeed),
                new Check<>("says the place of an example", ordinary::saysPlaces),
                new Check<>("reads relative to the folder that it is given", faults::readsFromAnyFolder),
                new Check<>("takes an absolute path", faults::takesAbsolutePaths),
                new Check<>("leaves its files unchanged", faults::leavesFiles),
                new Check<>("names the file that is not there", faults::namesTheMissingFile),
                new Check<>("refuses a folder for a file, and a file for a folder", faults::refusesOtherKinds),
                new Check<>("refuses an empty file", faults::refusesEmptyFiles),
                new Check<>("never makes more of a file that is cut", faults::survivesCuts),
                new Check<>("reads or refuses a file that is damaged", faults::survivesDamage));
    }
}
