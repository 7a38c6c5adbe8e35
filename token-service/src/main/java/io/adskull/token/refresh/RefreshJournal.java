package io.adskull.token.refresh;

import io.adskull.contract.EventJson;
import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import io.adskull.token.platform.GrantEnd;
import io.adskull.token.platform.IssuedTokens;
import io.adskull.token.vault.SealBroken;
import io.adskull.token.vault.TokenVault;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// New tokens on this replica's disk, sealed, from the moment the platform answered until the database has them. A
/// rotated refresh token exists nowhere else: neither a database that is away nor a crash may cost it.
@Singleton
class RefreshJournal {
    private static final Logger LOG = Logger.getLogger(RefreshJournal.class);
    private static final String ENTRY = ".refreshed";

    private final Path folder;
    private final TokenVault vault;

    RefreshJournal(RefreshSettings settings, Replica replica, TokenVault vault) {
        this.folder = settings.journalDir();
        this.vault = vault;
        LOG.debugf("journal of replica %s in %s", replica.id(), folder);
    }

    /// One use of a connection's tokens.
    record Attempt(ConnectionId connection, long generation) {}

    /// One answer that is not settled yet.
    ///
    /// @param file empty while no disk has it
    record Entry(
            Optional<Path> file,
            Platform platform,
            String kind,
            ConnectionId connection,
            long generation,
            Instant askedAt,
            IssuedTokens issued) {

        Attempt attempt() {
            return new Attempt(connection, generation);
        }

        Entry in(Path where) {
            return new Entry(Optional.of(where), platform, kind, connection, generation, askedAt, issued);
        }

        @Override
        public String toString() {
            return "Entry[" + connection + ", generation " + generation + "]";
        }
    }

    /// Returns when the disk has it.
    Entry write(Entry entry) throws IOException {
        var written = new Written(
                entry.platform(),
                entry.kind(),
                entry.connection(),
                entry.generation(),
                entry.askedAt(),
                entry.issued().lifetime().orElse(null),
                entry.issued().grantEnd().length().orElse(null),
                entry.issued().grantEnd() instanceof GrantEnd.AsBefore,
                vault.seal(entry.connection(), entry.issued().tokens()));
        Path file = folder.resolve(entry.connection() + "." + entry.generation() + ENTRY);
        Path draft = folder.resolve(file.getFileName() + ".draft");
        try (var channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(EventJson.write(written));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
        return entry.in(file);
    }

    /// What is not settled yet; an entry that cannot be read stays where it is and is said once a look.
    List<Entry> entries() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENTRY))
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be read: " + folder, e);
        }
    }

    void forget(Entry entry) {
        entry.file().ifPresent(file -> {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                LOG.warnf("a settled journal entry cannot be deleted, it will be dropped by its generation: %s", file);
            }
        });
    }

    private Optional<Entry> read(Path file) {
        try {
            Written written = EventJson.read(Files.readAllBytes(file), Written.class);
            var issued = new IssuedTokens(
                    vault.open(written.connection(), written.sealed()),
                    Optional.ofNullable(written.lifetime()),
                    written.grantEnd());
            return Optional.of(new Entry(
                    Optional.of(file),
                    written.platform(),
                    written.kind(),
                    written.connection(),
                    written.generation(),
                    written.askedAt(),
                    issued));
        } catch (NoSuchFileException settledMeanwhile) {
            return Optional.empty();
        } catch (IOException | UnreadableEvent | SealBroken e) {
            LOG.errorf("journal entry %s cannot be read: %s", file, e.getMessage());
            return Optional.empty();
        }
    }

    private record Written(
            Platform platform,
            String kind,
            ConnectionId connection,
            long generation,
            Instant askedAt,
            @Nullable Duration lifetime,
            @Nullable Duration grantLifetime,
            boolean grantEndsAsBefore,
            byte[] sealed) {

        GrantEnd grantEnd() {
            Optional<Duration> length = Optional.ofNullable(grantLifetime);
            return grantEndsAsBefore ? new GrantEnd.AsBefore(length) : GrantEnd.after(length);
        }
    }
}
