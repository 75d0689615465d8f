package org.layerwise.app.report;

import java.awt.image.BufferedImage;
import java.util.Locale;

/** Draws a decision boundary: the plane coloured by predicted class, the examples by their own. */
final class BoundaryPlot {
    private static final int SIZE = 420;

    /** Light and full colours of the classes, by turns. */
    private static final int[] AREA = {0xf6c9a8, 0xb5d3f0, 0xc3e3b9, 0xe3c6ea, 0xf3e2a2, 0xc9cfd6};

    private static final String[] DOT = {"#c2541b", "#1f6fb5", "#3b8f35", "#8e3fa3", "#a5860b", "#4c5866"};

    private BoundaryPlot() {}

    /** The plot as SVG, with a picture for the plane. */
    static String svg(Boundary boundary) {
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg class=\"boundary\" viewBox=\"0 0 %d %d\" role=\"img\">%n"
                        + "<image width=\"%d\" height=\"%d\" preserveAspectRatio=\"none\" href=\"%s\"/>%n",
                SIZE,
                SIZE,
                SIZE,
                SIZE,
                Pixels.dataUri(plane(boundary))));
        for (Boundary.Point point : boundary.points()) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>%n",
                    SIZE * boundary.x().place(point.x()),
                    SIZE * (1 - boundary.y().place(point.y())),
                    DOT[point.label() % DOT.length]));
        }
        svg.append("</svg>\n<p class=\"legend\">");
        for (int i = 0; i < boundary.classes().size(); i++) {
            svg.append("<span class=\"k\" style=\"background:")
                    .append(DOT[i % DOT.length])
                    .append("\"></span>")
                    .append(Html.escape(boundary.classes().get(i)))
                    .append(' ');
        }
        return svg.append("</p>\n").toString();
    }

    private static BufferedImage plane(Boundary boundary) {
        int side = boundary.side();
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < boundary.cells().size(); i++) {
            image.setRGB(i % side, i / side, AREA[boundary.cells().get(i) % AREA.length]);
        }
        return image;
    }
}
