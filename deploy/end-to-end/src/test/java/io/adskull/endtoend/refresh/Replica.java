package io.adskull.endtoend.refresh;

import io.adskull.endtoend.fleet.OwnProcess;
import io.adskull.local.component.Readiness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One of several token-services, with a journal of its own.
record Replica(int number, OwnProcess process, Path journal, Readiness readiness) {
    /// As it calls itself in the write-ahead records.
    String id() {
        try {
            Path file = journal.resolve("replica-id");
            return Files.exists(file) ? Files.readString(file).strip() : "not yet";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Answers that it holds and the database does not have, for all it knows.
    Set<Attempt> journalled() {
        if (!Files.isDirectory(journal)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(journal)) {
            return files.map(file -> file.getFileName().toString().split("\\."))
                    .filter(name -> name.length == 3 && name[2].equals("refreshed"))
                    .map(name -> new Attempt(UUID.fromString(name[0]), Long.parseLong(name[1])))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
