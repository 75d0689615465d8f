package org.layerwise.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalLong;
import javax.imageio.ImageIO;
import org.layerwise.dataio.ImageShape;
import org.layerwise.experiment.PreparedExperiment;

/**
 * Training images beside what augmentation makes of them: a row for each image, first as it is, then as the first epochs see
 * it. The least value of the sheet is black, the greatest white.
 */
final class ContactSheet {
    private static final int IMAGES = 8;
    private static final int EPOCHS = 7;
    private static final int GAP = 2;
    private static final int LEAST_SIDE = 64;

    private final PreparedExperiment prepared;
    private final ImageShape shape;
    private final int scale;

    ContactSheet(PreparedExperiment prepared) {
        this.prepared = prepared;
        this.shape = prepared.augmentedImages()
                .orElseThrow(() -> new InputException(
                        prepared.file() + " augments no images; expected augment: below data, to preview it"));
        this.scale = Math.max(1, LEAST_SIDE / Math.min(shape.height(), shape.width()));
    }

    /** Writes it as PNG. */
    void write(Path file) {
        BufferedImage sheet = sheet();
        try (OutputStream out = Files.newOutputStream(file)) {
            if (!ImageIO.write(sheet, "png", out)) {
                throw new IllegalStateException("this JDK writes no PNG");
            }
        } catch (IOException e) {
            throw new InputException("'" + file + "' can't be written: " + e.getMessage());
        }
    }

    private BufferedImage sheet() {
        int rows = Math.min(IMAGES, prepared.examples("train").examples());
        List<double[]> cells = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            cells.add(prepared.trainingImage(row, OptionalLong.empty()));
            for (int epoch = 0; epoch < EPOCHS; epoch++) {
                cells.add(prepared.trainingImage(row, OptionalLong.of(epoch)));
            }
        }
        DoubleSummaryStatistics values =
                cells.stream().flatMapToDouble(Arrays::stream).summaryStatistics();
        int cellHeight = shape.height() * scale + GAP;
        int cellWidth = shape.width() * scale + GAP;
        BufferedImage sheet =
                new BufferedImage((EPOCHS + 1) * cellWidth - GAP, rows * cellHeight - GAP, BufferedImage.TYPE_INT_RGB);
        for (int k = 0; k < cells.size(); k++) {
            int top = k / (EPOCHS + 1) * cellHeight;
            int left = k % (EPOCHS + 1) * cellWidth;
            draw(sheet, cells.get(k), top, left, values);
        }
        return sheet;
    }

    private void draw(BufferedImage sheet, double[] image, int top, int left, DoubleSummaryStatistics values) {
        double range = values.getMax() > values.getMin() ? values.getMax() - values.getMin() : 1;
        for (int y = 0; y < shape.height() * scale; y++) {
            for (int x = 0; x < shape.width() * scale; x++) {
                int at = (y / scale * shape.width() + x / scale) * shape.channels();
                int rgb = 0;
                for (int channel = 0; channel < 3; channel++) {
                    double value = image[at + (shape.channels() >= 3 ? channel : 0)];
                    rgb = rgb << 8 | (int) Math.round(255 * (value - values.getMin()) / range);
                }
                sheet.setRGB(left + x, top + y, rgb);
            }
        }
    }
}
