package org.layerwise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.layerwise.dataio.ReadProgress.Unit;

class ReadingBarTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong();

    private ReadingBar bar(boolean terminal) {
        return new ReadingBar(new PrintStream(shown, true, StandardCharsets.UTF_8), terminal, nanos::get);
    }

    private void at(ReadingBar bar, double seconds, String what, long done, long total) {
        at(bar, seconds, what, done, total, Unit.BYTES);
    }

    private void at(ReadingBar bar, double seconds, String what, long done, long total, Unit unit) {
        nanos.set((long) (seconds * 1e9));
        bar.at(what, done, total, unit);
    }

    private String text() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    @Test
    void showsShareRateAndTimeLeft() {
        ReadingBar bar = bar(true);
        at(bar, 0, "reading big.csv", 0, 4_000_000_000L);
        at(bar, 2, "reading big.csv", 1_000_000_000L, 4_000_000_000L);
        assertThat(text().strip()).isEqualTo("reading big.csv [#####---------------] 25 %  500 MB/s  0:06 left");
        at(bar, 100, "reading big.csv", 1_100_000_000L, 4_000_000_000L);
        assertThat(text()).contains("11 MB/s  4:24 left  ").contains("\r");
    }

    @Test
    void countsRowsAndImages() {
        ReadingBar bar = bar(true);
        at(bar, 0, "checking the train part", 0, 100_000, Unit.ROWS);
        at(bar, 4, "checking the train part", 50_000, 100_000, Unit.ROWS);
        assertThat(text()).contains("50 %  12,500 rows/s  0:04 left");
        at(bar, 5, "decoding pets", 0, 1000, Unit.IMAGES);
        at(bar, 7, "decoding pets", 10, 1000, Unit.IMAGES);
        assertThat(text()).contains("1 %  5 images/s  3:18 left");
    }

    @Test
    void isQuietWhereItTakesLessThanASecondOrNobodyLooks() {
        ReadingBar bar = bar(true);
        at(bar, 0, "reading small.csv", 0, 100);
        at(bar, 0.9, "reading small.csv", 90, 100);
        bar.close();
        ReadingBar piped = bar(false);
        at(piped, 0, "reading big.csv", 0, 100);
        at(piped, 50, "reading big.csv", 50, 100);
        assertThat(text()).isEmpty();
    }

    @Test
    void keepsWithinALineAndWipesIt() {
        ReadingBar bar = bar(true);
        String what = "reading " + "long".repeat(40) + ".csv";
        at(bar, 0, what, 0, 100);
        at(bar, 3, what, 50, 100);
        assertThat(text().strip()).hasSizeLessThanOrEqualTo(79).contains("longl…");
        bar.close();
        assertThat(text()).endsWith("\r" + " ".repeat(78) + "\r");
    }
}
