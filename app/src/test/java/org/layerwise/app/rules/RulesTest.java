package org.layerwise.app.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** All that the design forbids is absent from every module, and each rule is shown to catch what it forbids. */
class RulesTest {
    /** These look for classes of the JDK or of their own jar by constant names, or say what is wrong with a services file. */
    private static final Set<String> FINDS_OPTIONAL_CLASSES = Set.of(
            "org.layerwise.core.PluginFinder",
            "org.layerwise.core.internal.Acceleration",
            "org.layerwise.openblas.OpenBlas",
            "org.layerwise.app.VectorModule");

    private static final JavaClasses SHIPPED = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.layerwise");

    /** Each rule with a class that breaks it: a rule that nothing can break would be worth nothing. */
    static Stream<Arguments> rules() {
        return Stream.of(
                arguments(Rules.guiceAndJacksonInWiringOnly(), "UsesJackson"),
                arguments(Rules.nativeCodeInOpenblasOnly(), "UsesNativeCode"),
                arguments(Rules.internalsStayInTheirModule(), "UsesInternals"),
                arguments(Rules.noAmbientRandomness(), "UsesAmbientRandomness"),
                arguments(Rules.noAmbientClock(), "UsesTheClock"),
                arguments(Rules.noAmbientLocaleOrCharset(), "UsesTheLocale"),
                arguments(Rules.nothingPrinted(), "Prints"),
                arguments(Rules.noClassNamesFromText(FINDS_OPTIONAL_CLASSES), "NamesClasses"),
                arguments(Rules.noJavaSerialization(), "Serializes"));
    }

    @Test
    void looksAtEveryModule() {
        assertThat(SHIPPED.stream().map(type -> type.getPackageName().split("\\.", -1)[2]))
                .contains(
                        "core",
                        "openblas",
                        "activations",
                        "network",
                        "training",
                        "dataio",
                        "datajson",
                        "experiment",
                        "app");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holdsAndCatchesItsSample(ArchRule rule, String sample) {
        rule.check(SHIPPED);
        JavaClasses offender = new ClassFileImporter()
                .importPackages("org.layerwise.samples")
                .that(describe("the sample", type -> type.getSimpleName().equals(sample)));
        assertThat(offender).hasSize(1);
        assertThat(rule.evaluate(offender).getFailureReport().getDetails()).isNotEmpty();
    }

    @Test
    void modulesHaveNoCycles() {
        Rules.noCyclesBetweenModules().check(SHIPPED);
    }
}
