package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.layerwise.core.DenseMatrix;
import org.layerwise.experiment.Predictions;

class PredictionsCsvTest {
    @Test
    void writesClassesAndProbabilitiesWithQuotesWhereNeeded() throws IOException {
        DenseMatrix values = DenseMatrix.of(new double[][] {{0.25, 1}, {0.75, 0}});
        assertThat(csv(new Predictions(List.of("a,b", "say \"c\""), values, List.of("say \"c\"", "a,b"))))
                .isEqualTo("prediction,\"probability_a,b\",\"probability_say \"\"c\"\"\"\n"
                        + "\"say \"\"c\"\"\",0.25,0.75\n"
                        + "\"a,b\",1.0,0.0\n");
    }

    @Test
    void writesNumbersUnderTheNamesOfTheirTargets() throws IOException {
        assertThat(csv(new Predictions(List.of("price"), DenseMatrix.of(new double[][] {{1.5, -2}}), List.of())))
                .isEqualTo("price\n1.5\n-2.0\n");
    }

    private static String csv(Predictions predictions) throws IOException {
        StringWriter csv = new StringWriter();
        PredictionsCsv.write(predictions, csv);
        return csv.toString();
    }
}
