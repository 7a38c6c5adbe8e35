package io.adskull.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// Where a benchmark's system keeps its state: each run begins with nothing.
public final class OwnFolder {
    private OwnFolder() {}

    public static Path emptied(Path folder) {
        if (!Files.exists(folder)) {
            return folder;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
