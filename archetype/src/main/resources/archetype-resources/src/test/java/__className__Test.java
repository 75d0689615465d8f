package ${package};

import java.util.List;
import java.util.stream.Stream;
import org.layerwise.activations.Activation;
import org.layerwise.testkit.ActivationContract;
import org.layerwise.testkit.Subject;

/** All that Layerwise demands of an activation, with the defaults and with other options. */
class ${className}Test extends ActivationContract {
    @Override
    protected Stream<Subject<Activation>> subjects() {
        return registeredBy(${className}Plugin.class, List.of(new ${className}(0), new ${className}(0.5)));
    }
}
