package io.adskull.simulator.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Messages as JSON lines, appended; the last line of an id counts. Without a data folder it keeps nothing.
@Singleton
final class MessageFile {
    private static final Logger LOG = Logger.getLogger(MessageFile.class);

    private final Optional<Path> path;
    private final ObjectMapper json;

    MessageFile(InboxConfig config, ObjectMapper json) {
        this.path = config.data().map(folder -> folder.resolve("inbox.jsonl"));
        this.json = json;
    }

    List<Message> read() {
        if (path.isEmpty() || !Files.exists(path.get())) {
            return List.of();
        }
        List<Message> messages = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(path.get())) {
                parse(line).ifPresent(messages::add);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + path.get(), unreadable);
        }
        return messages;
    }

    void append(Message message) {
        path.ifPresent(file -> {
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(
                        file,
                        json.writeValueAsString(message) + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException full) {
                throw new UncheckedIOException("Cannot write " + file, full);
            }
        });
    }

    void clear() {
        path.ifPresent(file -> {
            try {
                Files.deleteIfExists(file);
            } catch (IOException locked) {
                throw new UncheckedIOException("Cannot delete " + file, locked);
            }
        });
    }

    /// A process that was killed may leave half a line.
    private Optional<Message> parse(String line) {
        try {
            return Optional.of(json.readValue(line, Message.class));
        } catch (JsonProcessingException half) {
            LOG.warnf("skipped an unreadable line of %s", path.orElseThrow());
            return Optional.empty();
        }
    }
}
