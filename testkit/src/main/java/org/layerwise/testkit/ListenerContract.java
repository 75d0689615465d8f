package org.layerwise.testkit;

import java.util.List;
import org.layerwise.testkit.internal.ListenerChecks;
import org.layerwise.training.ListenerSpec;

/** The contract of listeners that experiment files name, and of what they write. */
public abstract class ListenerContract extends Contract<ListenerSpec> {
    /** For subclasses. */
    protected ListenerContract() {
        super(
                ListenerSpec.class,
                List.of(
                        new Check<>("follows a run", ListenerChecks::followsARun),
                        new Check<>("follows a run that fails", ListenerChecks::followsAFailure),
                        new Check<>("may be closed before anything happened", ListenerChecks::closesAtOnce),
                        new Check<>("takes costs that are NaN or infinite", ListenerChecks::takesNonFinite),
                        new Check<>("writes nowhere but below the run folder", ListenerChecks::staysInItsFolder),
                        new Check<>("leaves what others wrote", ListenerChecks::leavesOtherFiles),
                        new Check<>("writes the same for the same records", ListenerChecks::isPure),
                        new Check<>("keeps runs apart", ListenerChecks::keepsRunsApart),
                        new Check<>("goes on where a run is resumed", ListenerChecks::goesOn)));
    }
}
