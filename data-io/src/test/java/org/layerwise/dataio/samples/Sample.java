package org.layerwise.dataio.samples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.layerwise.core.Splittable;
import org.layerwise.dataio.Dataset;
import org.layerwise.dataio.DatasetReader;
import org.layerwise.dataio.ReadContext;
import org.layerwise.dataio.readers.Csv;
import org.layerwise.dataio.readers.Hdf5;
import org.layerwise.dataio.readers.Idx;
import org.layerwise.dataio.readers.ImageFolder;
import org.layerwise.dataio.readers.Mat;
import org.layerwise.dataio.readers.Npy;
import org.layerwise.dataio.readers.Npz;

/**
 * A small sound file of a format, from which bad ones are made, and the reader that reads it.
 *
 * <p>A new reader is put to every bad input by one more line in {@link #all}; the files are made by {@code samples.py}.
 *
 * @param reader the reader's name in experiment files
 * @param resource the sound file
 * @param place where the reader looks for it, below its folder
 * @param companions other files that the reader needs, by place
 * @param read reads it
 */
public record Sample(String reader, String resource, String place, Map<String, String> companions, DatasetReader read) {
    private static final Path FILE = Path.of("data");

    public Sample {
        companions = Map.copyOf(companions);
    }

    /** Every format that is read, and each way of writing it that has code of its own. */
    public static List<Sample> all() {
        return Stream.of(
                        Stream.of(csv("table.csv")),
                        Stream.of(idx("images.idx"), idx("doubles.idx"), idx("images.idx.gz")),
                        Stream.of("contiguous.h5", "chunked.h5", "summed.h5", "latest.h5")
                                .map(Sample::hdf5),
                        Stream.of("plain.mat", "compressed.mat", "v73.mat").map(Sample::mat),
                        Stream.of(npy("doubles.npy")),
                        Stream.of("stored.npz", "deflated.npz").map(Sample::npz),
                        Stream.of("colours.png", "grey.png", "palette.png", "baseline.jpg", "progressive.jpg")
                                .map(Sample::image),
                        Stream.of("colours.bmp", "palette.gif", "lossless.webp", "lossy.webp")
                                .map(Sample::image))
                .flatMap(samples -> samples)
                .toList();
    }

    /** Those of one reader. */
    public static List<Sample> of(String reader) {
        return all().stream().filter(sample -> sample.reader().equals(reader)).toList();
    }

    private static Sample csv(String resource) {
        return new Sample("csv", resource, "data", Map.of(), new Csv(FILE, List.of("kind")));
    }

    private static Sample idx(String resource) {
        return new Sample(
                "idx",
                resource,
                "data",
                Map.of("labels", "labels.idx"),
                new Idx(FILE, Optional.of(Path.of("labels")), List.of()));
    }

    private static Sample hdf5(String resource) {
        return new Sample(
                "hdf5",
                resource,
                "data",
                Map.of(),
                new Hdf5(FILE, "x", Optional.of("y"), Optional.of("names"), Optional.empty()));
    }

    private static Sample mat(String resource) {
        return new Sample(
                "mat",
                resource,
                "data",
                Map.of(),
                new Mat(FILE, "x", Optional.of("y"), Optional.of("names"), Optional.empty()));
    }

    private static Sample npy(String resource) {
        return new Sample("npy", resource, "data", Map.of(), new Npy(FILE));
    }

    private static Sample npz(String resource) {
        return new Sample(
                "npz",
                resource,
                "data",
                Map.of(),
                new Npz(FILE, "x", Optional.of("y"), Optional.of("names"), Optional.empty()));
    }

    /** An image in a folder of its class; what it is, is told by its content, not by the name. */
    public static Sample image(String resource) {
        return new Sample(
                "image_folder",
                resource,
                "a/image.png",
                Map.of("b/other.png", "grey.png"),
                new ImageFolder(Path.of("."), 6, 4));
    }

    /** The sound file. */
    public byte[] bytes() {
        return bytes(resource);
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = Sample.class.getResourceAsStream(resource)) {
            return Objects.requireNonNull(in, resource).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes what the reader needs beside the file itself. */
    public void writeCompanions(Path folder) throws IOException {
        Files.createDirectories(folder.resolve(place).getParent());
        for (Map.Entry<String, String> companion : companions.entrySet()) {
            Path file = folder.resolve(companion.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, bytes(companion.getValue()));
        }
    }

    /** Writes the file with this content where the reader looks for it. */
    public void write(Path folder, byte[] content) throws IOException {
        Files.write(folder.resolve(place), content);
    }

    /** Reads what is in the folder. */
    public Dataset readFrom(Path folder) throws IOException {
        return read.read(new ReadContext(folder, new Splittable()));
    }

    @Override
    public String toString() {
        return reader + " " + resource;
    }
}
