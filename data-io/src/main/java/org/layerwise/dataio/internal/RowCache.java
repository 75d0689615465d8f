package org.layerwise.dataio.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.layerwise.dataio.DataException;
import org.layerwise.dataio.ReadProgress;

/**
 * Where the rows are kept that a file was converted to once: beside it or, where that folder can't be written, in the user's
 * cache folder.
 *
 * <p>A name is {@code NAME.CONTENT-REQUEST.rows}, with hashes of the file's content and of what was asked of it: what is
 * found fits. Rows of other content are removed when new ones are made, and so is what a conversion left that was killed:
 * one that goes on holds a lock on its unfinished file, which only gets its name when it is whole.
 */
final class RowCache {
    private static final int BUFFER = 1 << 20;
    private static final int CONTENT_DIGITS = 16;
    private static final int REQUEST_DIGITS = 8;
    private static final String UNFINISHED = ".part";

    private final InputFile file;
    private final String content;
    private final String name;
    private Path place;

    private RowCache(InputFile file, String content, String request) {
        this.file = file;
        this.content = content;
        this.name = file.name() + "." + content + "-" + hex(request, REQUEST_DIGITS) + ".rows";
        this.place = beside(file).resolve(name);
    }

    /** Writes the rows to a file. */
    @FunctionalInterface
    interface Conversion {
        void write(Path unfinished) throws IOException;
    }

    /** The place for what this request makes of this file; reads all of it. */
    static RowCache of(InputFile file, String request, ReadProgress progress) throws IOException {
        MessageDigest digest = sha256();
        long total = file.size();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file.path())) {
            long done = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                done += read;
                progress.at("checking " + file.name(), done, total);
            }
        }
        return new RowCache(file, hex(digest.digest(), CONTENT_DIGITS), request);
    }

    private static String hex(String text, int digits) {
        return hex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)), digits);
    }

    private static String hex(byte[] hash, int digits) {
        return HexFormat.of().formatHex(hash).substring(0, digits);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every JDK has SHA-256", e);
        }
    }

    private static Path beside(InputFile file) {
        Path path = file.path().toAbsolutePath().normalize();
        return path.getParent() == null ? path.getRoot() : path.getParent();
    }

    /** The cache that was asked for, if one was. */
    private static Optional<Path> asked() {
        return Optional.ofNullable(System.getProperty("layerwise.cache")).map(Path::of);
    }

    /** In the cache: a folder for each folder of origin. */
    private Path cache() {
        return asked().orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "layerwise"))
                .resolve(hex(beside(file).toString(), REQUEST_DIGITS));
    }

    private List<Path> folders() {
        return asked().isPresent() ? List.of(cache()) : List.of(beside(file), cache());
    }

    /** Beside the file, unless nothing can be written there. */
    private Path folder() {
        if (asked().isEmpty() && takesFiles(beside(file))) {
            return beside(file);
        }
        try {
            return Files.createDirectories(cache());
        } catch (IOException e) {
            throw file.wrong(
                    "is to be streamed, but its rows can't be kept in " + cache()
                            + (asked().isEmpty() ? " and its folder can't be written" : "")
                            + "; -Dlayerwise.cache=DIR names another folder",
                    e);
        }
    }

    /** Tried, since what permissions say is not all: root may do anything, but not in every file system. */
    private static boolean takesFiles(Path folder) {
        try {
            Files.delete(Files.createTempFile(folder, ".layerwise", UNFINISHED));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Where the rows are, once they were asked for. */
    Path place() {
        return place;
    }

    /** The rows as they were converted before or, where they were not or are damaged, are converted now. */
    RowFile rows(Conversion conversion) throws IOException {
        for (Path folder : folders()) {
            place = folder.resolve(name);
            Optional<RowFile> known = find();
            if (known.isPresent()) {
                return known.get();
            }
        }
        place = folder().resolve(name);
        try {
            tidy();
            convert(conversion);
            return RowFile.read(place);
        } catch (IOException e) {
            throw new DataException(
                    file.name() + ": can't be converted to " + place + InputFile.reason(e) + DiskSpace.hint(e, place),
                    e);
        }
    }

    private Optional<RowFile> find() {
        if (!Files.isRegularFile(place)) {
            return Optional.empty();
        }
        try {
            return Optional.of(RowFile.read(place));
        } catch (IOException | RuntimeException e) {
            // Cut short or damaged: made again, over it.
            return Optional.empty();
        }
    }

    private void convert(Conversion conversion) throws IOException {
        Path unfinished = place.resolveSibling(
                place.getFileName() + own() + Thread.currentThread().getId() + UNFINISHED);
        try {
            try (FileChannel channel =
                            FileChannel.open(unfinished, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                Objects.requireNonNull(lock);
                conversion.write(unfinished);
            }
            keep(unfinished);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** What names of this process's unfinished files hold. */
    private static String own() {
        return "." + ProcessHandle.current().pid() + "-";
    }

    private void keep(Path finished) throws IOException {
        try {
            Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(finished, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Removes rows that other content of this file was converted to, and what killed conversions left. */
    private void tidy() throws IOException {
        Pattern ours = Pattern.compile(
                Pattern.quote(file.name()) + "\\.([0-9a-f]{16})[0-9a-f-]{8,9}\\.rows(\\.[0-9]+-[0-9]+\\.part)?");
        List<Path> old;
        try (Stream<Path> beside = Files.list(place.getParent())) {
            old = beside.filter(
                            path -> ours.matcher(path.getFileName().toString()).matches())
                    .toList();
        }
        for (Path path : old) {
            String name = path.getFileName().toString();
            boolean stale = name.endsWith(UNFINISHED)
                    ? !name.contains(own()) && !isLocked(path)
                    : !name.startsWith(file.name() + "." + content);
            if (stale) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** Whether another process is writing it, or it is gone. */
    private static boolean isLocked(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (NoSuchFileException e) {
            return true;
        }
    }
}
