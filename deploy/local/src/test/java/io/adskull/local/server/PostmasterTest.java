package io.adskull.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterTest {

    @TempDir
    Path data = Path.of("");

    @Test
    void aNewFolderHasNoServer() throws IOException {
        assertThat(new Postmaster(data).stopIfOrphaned()).isFalse();
    }

    @Test
    void aStrangerWithThePostmastersOldNumberIsLeftAlone() throws IOException {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(data.resolve("postmaster.pid"), stranger.pid() + "\n" + data + "\n");

            assertThat(new Postmaster(data).stopIfOrphaned()).isFalse();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }
}
