package io.adskull.local.up;

import io.adskull.local.Refusal;
import io.adskull.local.component.Home;
import java.io.IOException;
import java.nio.file.Files;

/// Kafka and PostgreSQL end in the middle of things on a full disk; better not to start.
final class DiskSpace {

    private static final long MEBIBYTE = 1 << 20;
    private static final long NEEDED = 500 * MEBIBYTE;

    private DiskSpace() {}

    /// Makes the folders of the home as well.
    static void require(Home home) {
        try {
            Files.createDirectories(home.state());
            long free = Files.getFileStore(home.state()).getUsableSpace();
            if (free < NEEDED) {
                throw new Refusal(
                        "only %d MB are free for %s and %d MB are needed; make room or set %s to a folder on another disk"
                                .formatted(free / MEBIBYTE, home.state(), NEEDED / MEBIBYTE, Home.STATE_VARIABLE));
            }
            home.create();
        } catch (IOException e) {
            throw new Refusal(
                    "cannot write to %s: %s; set %s to a folder that can be written"
                            .formatted(home.state(), e.getMessage(), Home.STATE_VARIABLE),
                    e);
        }
    }
}
