package org.layerwise.dataio.readers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.layerwise.core.Splittable;
import org.layerwise.dataio.Classes;
import org.layerwise.dataio.Column;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.SharedData;

/** Tables with the mess that real ones have. */
class RealTablesTest {
    private static Dataset read(
            String file,
            String target,
            String delimiter,
            String quote,
            boolean header,
            List<String> categorical,
            String encoding)
            throws IOException {
        return new Csv(
                        Path.of(file),
                        List.of(target),
                        List.of(),
                        Optional.of(delimiter),
                        quote,
                        header,
                        List.of("?", "NA", "nan"),
                        categorical,
                        encoding,
                        true,
                        Optional.empty(),
                        ".")
                .read(context());
    }

    private static long missing(Dataset dataset, int column) {
        return IntStream.range(0, dataset.examples())
                .filter(i -> Double.isNaN(dataset.feature(i, column)))
                .count();
    }

    @Test
    void adultCensus() throws IOException {
        Dataset adult = read("adult.data", "-1", ",", "\"", false, List.of(), "utf-8");
        assertThat(adult.examples()).isEqualTo(32561);
        assertThat(adult.features()).isEqualTo(14);
        assertThat(Classes.of(adult).names()).containsExactly("<=50K", ">50K");
        assertThat(adult.columns().get(9).categories()).containsExactly("Female", "Male");
        assertThat(missing(adult, 1)).isEqualTo(1836);
    }

    @Test
    void californiaHousing() throws IOException {
        Dataset housing = read("california_housing.csv", "median_house_value", ",", "\"", true, List.of(), "utf-8");
        assertThat(housing.examples()).isEqualTo(20640);
        assertThat(missing(housing, 4)).isEqualTo(207);
        assertThat(housing.columns().get(8).categories()).contains("NEAR BAY").hasSize(5);
    }

    @Test
    void winesBetweenSemicolons() throws IOException {
        Dataset wine = read("winequality-white.csv", "quality", ";", "\"", true, List.of(), "utf-8");
        assertThat(wine.examples()).isEqualTo(4898);
        assertThat(wine.columns().get(0).name()).isEqualTo("fixed acidity");
        assertThat(Classes.of(wine).names()).containsExactly("3", "4", "5", "6", "7", "8", "9");
    }

    @Test
    void quotedFieldsAfterAByteOrderMark() throws IOException {
        Dataset oecd = read("oecd_bli_2015.csv", "Value", ",", "\"", true, List.of(), "utf-8");
        assertThat(oecd.columns().get(0).name()).isEqualTo("LOCATION");
        assertThat(oecd.examples()).isEqualTo(3292);
    }

    @Test
    void singleQuotes() throws IOException {
        Dataset cancer = read("breast-cancer-categorical.csv", "10", ",", "'", false, List.of(), "utf-8");
        assertThat(cancer.columns()).filteredOn(Column::isCategorical).hasSize(8);
        assertThat(Classes.of(cancer).names()).containsExactly("no-recurrence-events", "recurrence-events");
    }

    @Test
    void horsesWithHolesEverywhere() throws IOException {
        Dataset horses = read("horse-colic.csv", "23", ",", "\"", false, List.of(), "utf-8");
        assertThat(horses.examples()).isEqualTo(300);
        assertThat(horses.columns()).noneMatch(Column::isCategorical);
    }

    @Test
    void titanic() throws IOException {
        Dataset titanic = read("titanic.csv", "Survived", ",", "\"", true, List.of("Pclass", "Ticket"), "utf-8");
        assertThat(titanic.examples()).isEqualTo(891);
        assertThat(missing(titanic, 4)).isEqualTo(177);
        assertThat(titanic.columns().get(2).categories()).contains("Braund, Mr. Owen Harris");
        assertThat(titanic.columns().get(1).categories()).containsExactly("1", "2", "3");
    }

    private static ReadContext context() {
        return new ReadContext(SharedData.path("data/tabular"), new Splittable());
    }
}
