package org.layerwise.gradcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlantedBugsTest {
    private static GradientReport check(HandWritten.Fault fault) {
        HandWritten network = new HandWritten(fault);
        network.differentiate();
        return new GradientCheck().compare(network::cost, network.parameters());
    }

    @Test
    void theNetworkWithoutThemIsRight() {
        assertThat(check(HandWritten.Fault.NONE).verdict()).isEqualTo(Verdict.RIGHT);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void isCaught(HandWritten.Fault fault) {
        GradientReport report = check(fault);

        assertThat(report.verdict()).as(report.summary()).isEqualTo(Verdict.WRONG);
        assertThat(report.kinks()).isEmpty();
    }

    @Test
    void isNamedByWhereItIs() {
        assertThat(check(HandWritten.Fault.ONE_WEIGHT_A_HUNDREDTH_OFF).worst())
                .first()
                .satisfies(worst -> {
                    assertThat(worst.parameter()).isEqualTo("W1");
                    assertThat(worst.row()).isEqualTo(2);
                    assertThat(worst.column()).isEqualTo(1);
                    assertThat(worst.gradient()).isEqualTo(1.01 * worst.approximation(), within(1e-7));
                });
        assertThat(check(HandWritten.Fault.PENALTY_ON_THE_BIAS).worst())
                .first()
                .satisfies(worst -> assertThat(worst.parameter()).startsWith("b"));
    }
}
