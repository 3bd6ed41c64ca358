package dev.latchkey.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;

/**
 * The classes that a node had loaded, kept by the virtual machine for the next ones (application class data sharing): they start in two
 * thirds of the time, and a suite starts thirty. Gone with the next build of the package.
 */
final class ClassArchive {

    private static final Path PLACE = PackagedApp.JAR.resolveSibling(
            "classes-%d.jsa".formatted(Runtime.version().feature()));

    private ClassArchive() {}

    static String option() {
        return Files.exists(PLACE) ? "-XX:SharedArchiveFile=" + PLACE : "-XX:+RecordDynamicDumpInfo";
    }

    /** The first to do it does it for all. The node prints that it happened, so its test should have read what it printed. */
    static void keepClassesOf(Process node) {
        try {
            Files.createFile(PLACE.resolveSibling(PLACE.getFileName() + ".begun"));
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        keep(node, PLACE.resolveSibling(PLACE.getFileName() + ".unfinished"));
    }

    private static void keep(Process node, Path unfinished) {
        var dump = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(node.pid()),
                "VM.cds",
                "dynamic_dump",
                unfinished.toString());
        try {
            var process = dump.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0) {
                Files.move(unfinished, PLACE, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
