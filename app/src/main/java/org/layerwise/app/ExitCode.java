package org.layerwise.app;

/** What the process ends with. */
final class ExitCode {
    /** Done. */
    static final int DONE = 0;

    /** Our fault. */
    static final int INTERNAL = 1;

    /** The user's input: the file, the data, a command or an option. */
    static final int INPUT = 2;

    /** A failed gradient check, a diverged run, or a stop that the file calls failure. */
    static final int FAILED_RUN = 3;

    /** The run was interrupted and can go on; a process that a signal ended has 128 and the signal's number instead. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
