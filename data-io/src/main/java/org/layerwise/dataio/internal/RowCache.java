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
    private final Path place;
    private final String content;

    private RowCache(InputFile file, Path place, String content) {
        this.file = file;
        this.place = place;
        this.content = content;
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
        String content = hex(digest.digest(), CONTENT_DIGITS);
        String key = content + "-" + hex(request, REQUEST_DIGITS);
        return new RowCache(file, folder(file).resolve(file.name() + "." + key + ".rows"), content);
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

    /** Beside the file; a folder for each folder of origin in the cache. */
    private static Path folder(InputFile file) throws IOException {
        Path path = file.path().toAbsolutePath().normalize();
        Path beside = path.getParent() == null ? path.getRoot() : path.getParent();
        Optional<String> said = Optional.ofNullable(System.getProperty("layerwise.cache"));
        if (said.isEmpty() && Files.isWritable(beside)) {
            return beside;
        }
        Path cache = said.map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "layerwise"))
                .resolve(hex(beside.toString(), REQUEST_DIGITS));
        try {
            return Files.createDirectories(cache);
        } catch (IOException e) {
            throw file.wrong(
                    "is to be streamed, but its rows can't be kept in " + cache
                            + (said.isEmpty() ? " and its folder can't be written" : "")
                            + "; -Dlayerwise.cache=DIR names another folder",
                    e);
        }
    }

    /** Where the rows are. */
    Path place() {
        return place;
    }

    /** The rows as they were converted before or, where they were not or are damaged, are converted now. */
    RowFile rows(Conversion conversion) throws IOException {
        Optional<RowFile> known = find();
        if (known.isPresent()) {
            return known.get();
        }
        try {
            tidy();
            convert(conversion);
            return RowFile.read(place);
        } catch (IOException e) {
            throw file.wrong("can't be converted to " + place + "; is the disk full?", e);
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
