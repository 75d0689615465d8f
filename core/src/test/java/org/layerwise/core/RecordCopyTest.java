package org.layerwise.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordCopyTest {
    private record Slope(double slope, List<String> names) {
        private Slope {
            Options.requirePositive("slope", slope);
        }

        private Slope() {
            this(2, List.of("a"));
        }
    }

    @Test
    void changesTheOptionsThatAreToBeChangedAndNoOther() {
        Slope copy =
                RecordCopy.of(new Slope(), (option, value) -> option.getName().equals("slope") ? 3.0 : value);
        assertThat(copy).isEqualTo(new Slope(3, List.of("a")));
    }

    @Test
    void tellsTheOptionsInOrder() {
        List<Object> seen = new ArrayList<>();
        RecordCopy.of(new Slope(), (option, value) -> {
            seen.add(option.getName());
            seen.add(value);
            return value;
        });
        assertThat(seen).containsExactly("slope", 2.0, "names", List.of("a"));
    }

    @Test
    void throwsWhatTheConstructorThrows() {
        assertThatThrownBy(() -> RecordCopy.of(
                        new Slope(), (option, value) -> option.getName().equals("slope") ? -1.0 : value))
                .isInstanceOf(OptionException.class)
                .hasMessage("slope must be > 0, got -1.0");
    }

    @Test
    void refusesWhatIsNoRecord() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordCopy.of("text", (option, value) -> value))
                .withMessage("java.lang.String is no record; expected one");
    }
}
