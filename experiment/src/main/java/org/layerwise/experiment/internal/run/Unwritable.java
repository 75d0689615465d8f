package org.layerwise.experiment.internal.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.layerwise.dataio.DataException;
import org.layerwise.experiment.ExperimentException;

/** Tells a run folder that can't be written any more, because the disk is full for instance, from our own faults. */
final class Unwritable {
    private Unwritable() {}

    /** What to say where a file could not be written; empty where it was something else. */
    static Optional<ExperimentException> asked(RuntimeException thrown, Path folder) {
        for (Throwable cause = thrown; cause != null && !(cause instanceof DataException); cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return Optional.of(because(cause, folder));
            }
        }
        return Optional.empty();
    }

    static ExperimentException because(Throwable cause, Path folder) {
        ExperimentException message = new ExperimentException(folder
                + ": training stopped, the run folder can't be written: " + cause.getMessage()
                + "; expected room on the disk; the last checkpoint is whole, resume goes on from it");
        message.initCause(cause);
        return message;
    }
}
