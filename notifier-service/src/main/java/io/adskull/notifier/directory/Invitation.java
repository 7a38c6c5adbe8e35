package io.adskull.notifier.directory;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What a mailbox's reader is asked: whether mail is welcome there. Who has its link has read that mailbox.
///
/// @param destination whose address this was when it was asked; it may have another by now
record Invitation(UUID destination, String mailbox, Instant askedAt) {
    /// Of its link.
    static final String PAGE = "confirm";

    private static final Duration GOOD = Duration.ofDays(7);

    /// From then on its link confirms nothing.
    Instant endsAt() {
        return askedAt.plus(GOOD);
    }

    /// For a link to hold.
    String written() {
        return destination + " " + askedAt.getEpochSecond() + " " + mailbox;
    }

    static Optional<Invitation> read(String written) {
        String[] parts = written.split(" ", 3);
        try {
            return Optional.of(new Invitation(
                    UUID.fromString(parts[0]), parts[2], Instant.ofEpochSecond(Long.parseLong(parts[1]))));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
