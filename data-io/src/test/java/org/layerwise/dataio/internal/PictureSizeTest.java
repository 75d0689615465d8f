package org.layerwise.dataio.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureSizeTest {
    /** Pictures of one colour as Pillow 9.4 saves them: bytes of the file, pixels. */
    @ParameterizedTest
    @CsvSource({"3456, 2000000", "8592, 9000000"})
    void believesAGifWhatPillowPacks(int bytes, long pixels) {
        assertThat(PictureSize.mostOfGif(bytes)).isBetween(pixels, 2 * pixels);
    }

    @Test
    void believesAShortGifLittle() {
        assertThat(PictureSize.mostOfGif(988)).isLessThan(400_000);
        assertThat(PictureSize.mostOfGif(0)).isZero();
    }

    /** A code of 12 bits stands for 4096 pixels at most. */
    @Test
    void believesALongGifWhatItsCodesCanMean() {
        long megabyte = 1 << 20;
        assertThat(PictureSize.mostOfGif(megabyte)).isBetween(2700 * megabyte, 2731 * megabyte);
    }
}
