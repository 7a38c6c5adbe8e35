package io.adskull.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a message looked like when a person last read it. `-Dsnapshots=write` writes the files anew: read them
/// before committing them.
public final class Snapshot {
    private static final Path FOLDER = Path.of("src/test/resources/snapshots");

    private Snapshot() {}

    public static void assertSame(String name, String actual) throws IOException {
        Path file = FOLDER.resolve(name);
        if ("write".equals(System.getProperty("snapshots"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, actual + "\n");
        }
        assertThat(actual + "\n").as("snapshot %s", name).isEqualTo(Files.readString(file));
    }
}
