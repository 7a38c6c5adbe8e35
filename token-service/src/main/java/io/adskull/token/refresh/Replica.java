package io.adskull.token.refresh;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/// Who this replica is. It stays the same over a restart as long as its journal does, since what it may find there is
/// its own.
@Singleton
class Replica {
    private final String id;

    Replica(RefreshSettings settings) {
        try {
            Files.createDirectories(settings.journalDir());
            Path file = settings.journalDir().resolve("replica-id");
            if (!Files.exists(file)) {
                Files.writeString(file, UUID.randomUUID().toString());
            }
            id = Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "adskull.refresh.journal-dir=" + settings.journalDir() + " must be a folder that can be written",
                    e);
        }
    }

    String id() {
        return id;
    }
}
