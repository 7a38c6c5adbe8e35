package io.adskull.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void linesOfAnEarlierStartAreNotBlamedOnThisOne() throws IOException {
        Path path = folder.resolve("kafka.log");
        Files.writeString(path, "from yesterday\n");
        var log = new LogFile(path);
        long position = log.rotate();
        Files.writeString(path, "from today\n", StandardOpenOption.APPEND);

        assertThat(log.linesFrom(position)).containsExactly("from today");
    }

    @Test
    void aLargeLogMakesRoom() throws IOException {
        Path path = folder.resolve("kafka.log");
        Files.write(path, new byte[(10 << 20) + 1]);

        assertThat(new LogFile(path).rotate()).isZero();
        assertThat(folder.resolve("kafka.log.1")).exists();
        assertThat(path).doesNotExist();
    }
}
