package org.layerwise.dataio.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.layerwise.dataio.ReadProgress;

/**
 * Where a table's rows are kept that were converted once: beside the table or, where that folder can't be written, in the
 * user's cache folder. The name holds a hash of the table's content and of what was asked of it, so what is found fits.
 */
final class TableCache {
    private static final int BUFFER = 1 << 20;
    private static final int KEY_DIGITS = 24;

    private final InputFile file;
    private final Path place;

    private TableCache(InputFile file, Path place) {
        this.file = file;
        this.place = place;
    }

    /** The place for what this request makes of this file; reads all of it. */
    static TableCache of(InputFile file, String request, ReadProgress progress) throws IOException {
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
        digest.update(request.getBytes(StandardCharsets.UTF_8));
        String key = HexFormat.of().formatHex(digest.digest()).substring(0, KEY_DIGITS);
        return new TableCache(file, folder(file).resolve(file.name() + "." + key + ".rows"));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every JDK has SHA-256", e);
        }
    }

    private static Path folder(InputFile file) throws IOException {
        Path beside = file.path().toAbsolutePath().getParent();
        if (beside != null && Files.isWritable(beside)) {
            return beside;
        }
        Path cache = Path.of(System.getProperty(
                "layerwise.cache",
                Path.of(System.getProperty("user.home"), ".cache", "layerwise").toString()));
        try {
            return Files.createDirectories(cache);
        } catch (IOException e) {
            throw file.wrong("is to be streamed, but neither its folder nor " + cache + " can be written", e);
        }
    }

    /** The rows, where they were converted before and are sound. */
    Optional<RowFile> find() {
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

    Path place() {
        return place;
    }

    /** A new file beside the place, to be moved there by {@link #keep}. */
    Path temporary() throws IOException {
        return Files.createTempFile(place.getParent(), file.name(), ".part");
    }

    void keep(Path temporary) throws IOException {
        try {
            Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
