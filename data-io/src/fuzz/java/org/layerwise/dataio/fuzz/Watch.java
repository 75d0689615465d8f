package org.layerwise.dataio.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Ends a run that hangs, and leaves what it hangs in: JUnit's own timeout would count the whole run. Processor time
 * counts, so that a run may stand still.
 */
final class Watch {
    private static final long MOST_NANOS = 60_000_000_000L;
    private static final int HANGS = 70;
    private static final AtomicReference<Reading> NOW = new AtomicReference<>(new Reading(0, new byte[0], null));

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Watch() {}

    private record Reading(long since, byte[] content, Thread by) {}

    static {
        Thread watch = new Thread(Watch::watch, "watch");
        watch.setDaemon(true);
        watch.start();
    }

    static void begin(byte[] content) {
        NOW.set(new Reading(THREADS.getCurrentThreadCpuTime(), content, Thread.currentThread()));
    }

    static void end() {
        NOW.set(new Reading(0, new byte[0], null));
    }

    private static void watch() {
        try {
            while (true) {
                Thread.sleep(1000);
                Reading now = NOW.get();
                if (now.by != null && THREADS.getThreadCpuTime(now.by.getId()) - now.since > MOST_NANOS) {
                    give(now);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void give(Reading hanging) {
        try {
            Path input = Files.write(Path.of("hang-" + hanging.content.length + ".bin"), hanging.content);
            System.err.println("== hangs: " + input.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            for (StackTraceElement element : hanging.by.getStackTrace()) {
                System.err.println("\tat " + element);
            }
            Runtime.getRuntime().halt(HANGS);
        }
    }
}
