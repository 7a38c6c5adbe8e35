package io.adskull.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void whatOneCommandWritesTheNextOneFinds() throws IOException {
        new RunFolder(folder).write("kafka", ProcessIdentity.of(ProcessHandle.current()));

        assertThat(new RunFolder(folder).running("kafka")).contains(ProcessHandle.current());
        assertThat(new RunFolder(folder).running("postgres")).isEmpty();
    }

    @Test
    void aForgottenComponentDoesNotRun() throws IOException {
        var run = new RunFolder(folder);
        run.write("kafka", ProcessIdentity.of(ProcessHandle.current()));
        run.forget("kafka");

        assertThat(run.running("kafka")).isEmpty();
    }

    @Test
    void aDamagedFileCountsAsNone() throws IOException {
        Files.writeString(folder.resolve("kafka.json"), "{\"pid\": 1");

        assertThat(new RunFolder(folder).running("kafka")).isEmpty();
    }
}
