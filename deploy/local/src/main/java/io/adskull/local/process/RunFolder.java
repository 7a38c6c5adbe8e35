package io.adskull.local.process;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// Which process runs which component, in one small file each, so that the next command finds it.
public final class RunFolder {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    public RunFolder(Path folder) {
        this.folder = folder;
    }

    public void write(String component, ProcessIdentity identity) throws IOException {
        var content = JSON.createObjectNode()
                .put("component", component)
                .put("pid", identity.pid())
                .put("startedAt", identity.startedAt().toString());
        Path draft = folder.resolve(component + ".draft");
        Files.writeString(draft, content.toPrettyString() + "\n");
        Files.move(draft, file(component), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// The component's process, as long as it runs.
    public Optional<ProcessHandle> running(String component) {
        return read(component).flatMap(ProcessIdentity::running);
    }

    public void forget(String component) throws IOException {
        Files.deleteIfExists(file(component));
    }

    /// A file that says nothing useful is as good as none: the port check tells of what still runs.
    private Optional<ProcessIdentity> read(String component) {
        try {
            JsonNode content = JSON.readTree(Files.readString(file(component)));
            return Optional.of(new ProcessIdentity(
                    content.path("pid").asLong(),
                    Instant.parse(content.path("startedAt").asText())));
        } catch (JacksonException | DateTimeException e) {
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Path file(String component) {
        return folder.resolve(component + ".json");
    }
}
