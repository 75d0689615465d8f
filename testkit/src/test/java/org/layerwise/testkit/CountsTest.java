package org.layerwise.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.layerwise.core.Registry;
import org.layerwise.dataio.Transform;

/** Every kind and every registered name is tested, with no fewer checks than promised. */
class CountsTest {
    private static List<Contract<?>> contracts() {
        return Stream.of(
                        BuiltInsTest.contracts(),
                        NetworkBuiltInsTest.contracts(),
                        TrainingBuiltInsTest.contracts(),
                        DataBuiltInsTest.contracts())
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void printsAndChecksTheCounts() {
        long components = 0;
        long tests = 0;
        for (Contract<?> contract : contracts()) {
            List<? extends Subject<?>> subjects = contract.subjects().toList();
            long names = subjects.stream().map(Subject::name).distinct().count();
            int checks = contract.checks().size();
            System.out.printf(
                    "%s: %d components, %d with other options × %d checks%n",
                    subjects.get(0).spi().getSimpleName(), names, subjects.size() - names, checks);
            assertThat(checks).as("checks of %s", contract.getClass()).isGreaterThanOrEqualTo(20);
            components += subjects.size();
            tests += (long) subjects.size() * checks;
        }
        System.out.printf("in all: %d components × checks of their kind = %d tests%n", components, tests);
    }

    @Test
    void everyRegisteredComponentIsTested() {
        Registry registry = Registry.load();
        for (Contract<?> contract : contracts()) {
            List<? extends Subject<?>> subjects = contract.subjects().toList();
            Set<String> tested = subjects.stream().map(Subject::name).collect(Collectors.toSet());
            assertThat(tested).isEqualTo(registry.all(subjects.get(0).spi()).keySet());
        }
    }

    @Test
    void everyRegisteredKindHasAContract() {
        Set<Class<?>> tested = contracts().stream()
                .map(contract -> contract.subjects().findFirst().orElseThrow().spi())
                .collect(Collectors.toSet());
        tested.add(Transform.Fitted.class); // the other half of the contract of transforms
        assertThat(tested).containsAll(Registry.load().kinds());
    }
}
