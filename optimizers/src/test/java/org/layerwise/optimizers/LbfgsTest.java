package org.layerwise.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.layerwise.core.DenseMatrix;
import org.layerwise.core.OptionException;
import org.layerwise.core.Parameter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Against {@code lbfgs.json}: PyTorch's trajectories, made by {@code lbfgs.py} beside it. */
class LbfgsTest {
    private static final JsonNode GOLDEN = read();

    private final Parameter w = Parameter.of("w", row(GOLDEN.path("start").path("w")));
    private final Parameter b = Parameter.of("b", row(GOLDEN.path("start").path("b")));

    @ParameterizedTest
    @CsvSource({"strong_wolfe, 1, 10", "strong_wolfe_short, 0.5, 2"})
    void followsPyTorchsTrajectory(String name, double rate, int history) {
        Optimizer.Search search = search(rate, history);
        JsonNode golden = GOLDEN.path(name);
        for (int step = 0; step < golden.size(); step++) {
            double cost = costAndGradients();
            search.update(step, rate, cost, this::costAndGradients);
            assertAt(golden.get(step), name + " " + step, cost);
        }
    }

    /** Without the cost there is no line search; here both parameters are one, since each has its own updater. */
    @Test
    void takesTheWholeStepWithoutACost() {
        JsonNode golden = GOLDEN.path("fixed");
        Parameter both = Parameter.of("both", new DenseMatrix(1, 6));
        System.arraycopy(w.value().values(), 0, both.value().values(), 0, 4);
        System.arraycopy(b.value().values(), 0, both.value().values(), 4, 2);
        Optimizer.Updater updater = new Lbfgs(new ConstantRate(0.1), 3, 25, 1e-7).updaterFor(both);
        for (int step = 0; step < golden.size(); step++) {
            double cost = costAndGradients();
            System.arraycopy(w.gradient().values(), 0, both.gradient().values(), 0, 4);
            System.arraycopy(b.gradient().values(), 0, both.gradient().values(), 4, 2);
            updater.update(step, 0.1);
            System.arraycopy(both.value().values(), 0, w.value().values(), 0, 4);
            System.arraycopy(both.value().values(), 4, b.value().values(), 0, 2);
            assertAt(golden.get(step), "fixed " + step, cost);
        }
    }

    @Test
    void goesOnFromItsStateWithTheSameBits() {
        Optimizer.Search search = search(1, 3);
        for (int step = 0; step < 9; step++) {
            search.update(step, 1, costAndGradients(), this::costAndGradients);
        }
        List<DenseMatrix> saved = search.state().stream().map(DenseMatrix::copy).toList();
        DenseMatrix wSaved = w.value().copy();
        DenseMatrix bSaved = b.value().copy();
        for (int step = 9; step < 14; step++) {
            search.update(step, 1, costAndGradients(), this::costAndGradients);
        }
        DenseMatrix expected = w.value().copy();

        Optimizer.Search resumed = search(1, 3);
        fill(w.value(), wSaved);
        fill(b.value(), bSaved);
        for (int i = 0; i < saved.size(); i++) {
            fill(resumed.state().get(i), saved.get(i));
        }
        for (int step = 9; step < 14; step++) {
            resumed.update(step, 1, costAndGradients(), this::costAndGradients);
        }
        assertThat(w.value()).isEqualTo(expected);
    }

    @Test
    void staysWhereAllGradientsAreTiny() {
        Optimizer.Search search = new Lbfgs(new ConstantRate(1), 3, 25, 1e6)
                .searchOver(List.of(w, b))
                .orElseThrow();
        DenseMatrix before = w.value().copy();
        search.update(0, 1, costAndGradients(), this::costAndGradients);
        assertThat(w.value()).isEqualTo(before);
    }

    /** From 0.9, a step of 1 along the slope of −ln(1 − x) − 20x leads beyond 1, where the cost is NaN. */
    @Test
    void comesBackFromWhereTheCostIsNotFinite() {
        Parameter x = Parameter.of("x", DenseMatrix.wrap(1, 1, new double[] {0.5}));
        Optimizer.Search search = new Lbfgs(new ConstantRate(50), 3, 25, 1e-7)
                .searchOver(List.of(x))
                .orElseThrow();
        DoubleSupplier barrier = () -> {
            double at = x.value().values()[0];
            x.gradient().values()[0] = 1 / (1 - at) - 20;
            return -Math.log(1 - at) - 20 * at;
        };
        for (int step = 0; step < 30; step++) {
            search.update(step, 1, barrier.getAsDouble(), barrier);
        }
        assertThat(x.value().values()[0]).isCloseTo(0.95, within(1e-6));
    }

    @Test
    void refusesOptionsOutOfRange() {
        assertThatExceptionOfType(OptionException.class)
                .isThrownBy(() -> new Lbfgs(new ConstantRate(1), 0, 25, 1e-7))
                .withMessage("history must be >= 1, got 0");
        assertThatExceptionOfType(OptionException.class)
                .isThrownBy(() -> new Lbfgs(new ConstantRate(1), 1, 0, 1e-7))
                .withMessage("max_evaluations must be >= 1, got 0");
        assertThatExceptionOfType(OptionException.class)
                .isThrownBy(() -> new Lbfgs(new ConstantRate(1), 1, 1, -1))
                .withMessage("tolerance must be >= 0, got -1.0");
    }

    private Optimizer.Search search(double rate, int history) {
        return new Lbfgs(new ConstantRate(rate), history, 25, 1e-7)
                .searchOver(List.of(w, b))
                .orElseThrow();
    }

    private double costAndGradients() {
        double[] x = w.value().values();
        double[] g = w.gradient().values();
        Arrays.fill(g, 0);
        double cost = 0;
        for (int i = 0; i < 3; i++) {
            double off = x[i + 1] - x[i] * x[i];
            cost += 100 * off * off + (1 - x[i]) * (1 - x[i]);
            g[i] += -400 * off * x[i] - 2 * (1 - x[i]);
            g[i + 1] += 200 * off;
        }
        double[] y = b.value().values();
        b.gradient().values()[0] = y[0] + x[3];
        b.gradient().values()[1] = 10 * y[1];
        g[3] += y[0];
        return cost + 0.5 * y[0] * y[0] + 5 * y[1] * y[1] + y[0] * x[3];
    }

    private void assertAt(JsonNode golden, String where, double cost) {
        assertClose(golden.path("cost").asDouble(), cost, where);
        for (int i = 0; i < 4; i++) {
            assertClose(golden.path("w").get(i).asDouble(), w.value().values()[i], where);
        }
        for (int i = 0; i < 2; i++) {
            assertClose(golden.path("b").get(i).asDouble(), b.value().values()[i], where);
        }
    }

    private static void assertClose(double expected, double actual, String where) {
        assertThat(actual).as(where).isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
    }

    private static void fill(DenseMatrix to, DenseMatrix from) {
        System.arraycopy(from.values(), 0, to.values(), 0, to.values().length);
    }

    private static DenseMatrix row(JsonNode values) {
        DenseMatrix row = new DenseMatrix(1, values.size());
        for (int i = 0; i < values.size(); i++) {
            row.values()[i] = values.get(i).asDouble();
        }
        return row;
    }

    private static JsonNode read() {
        try (InputStream in = Objects.requireNonNull(LbfgsTest.class.getResourceAsStream("lbfgs.json"))) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
