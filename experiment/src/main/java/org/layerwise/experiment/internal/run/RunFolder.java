package org.layerwise.experiment.internal.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.layerwise.experiment.internal.Bytes;

/** Makes the folder of a run; a name that is taken gives {@code name-2}. */
public final class RunFolder {
    private static final int MOST = 100_000;

    private RunFolder() {}

    /**
     * A new folder, already holding the resolved experiment by which it is known.
     *
     * @param out the parent, made when absent
     * @param experiment the content of {@code experiment.yaml}
     */
    public static Path create(Path out, String name, String experiment) throws IOException {
        Files.createDirectories(out);
        for (int i = 1; i < MOST; i++) {
            Path folder = out.resolve(i == 1 ? name : name + "-" + i);
            try {
                Files.createDirectory(folder);
                Bytes.writeSafely(folder.resolve("experiment.yaml"), experiment);
                return folder;
            } catch (FileAlreadyExistsException e) {
                // taken: the next number
            }
        }
        throw new IOException(out + " holds " + MOST + " runs called " + name);
    }
}
