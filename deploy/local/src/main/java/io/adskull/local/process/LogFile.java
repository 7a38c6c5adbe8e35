package io.adskull.local.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// What one component wrote; one older file is kept.
public record LogFile(Path path) {

    private static final long LARGE = 10L << 20;
    private static final int LAST_PART = 64 << 10;

    /// Makes room before a start.
    ///
    /// @return where this start's lines will begin, in bytes
    public long rotate() throws IOException {
        if (Files.exists(path) && Files.size(path) > LARGE) {
            Files.move(path, path.resolveSibling(path.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return Files.exists(path) ? Files.size(path) : 0;
    }

    /// The last lines after a position, 64 KiB at most.
    public List<String> linesFrom(long position) {
        try (FileChannel channel = FileChannel.open(path)) {
            long start = Math.max(position, channel.size() - LAST_PART);
            var bytes = ByteBuffer.allocate((int) Math.max(0, channel.size() - start));
            channel.read(bytes, start);
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
