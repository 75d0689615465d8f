package org.layerwise.training;

/** Why training ended. */
public enum StopReason {
    /** All epochs are done. */
    EPOCHS_DONE,
    /** The monitored value did not improve for too long. */
    EARLY_STOPPING,
    /** The values that were to be reached are reached. */
    TARGET_REACHED,
    /** The time is over. */
    MAX_TIME,
    /** Someone asked for it; nothing was measured at the end. */
    INTERRUPTED
}
