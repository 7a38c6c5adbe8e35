package io.adskull.local.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/// A secret of this machine: made once, readable by its owner only, never replaced.
final class OwnersFile {
    private OwnersFile() {}

    static void createIfMissing(Path file, Supplier<String> content) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, content.get());
        Files.move(draft, file);
    }
}
