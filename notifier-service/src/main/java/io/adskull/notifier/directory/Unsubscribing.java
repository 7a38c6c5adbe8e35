package io.adskull.notifier.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/// The links by which a mailbox's reader wants no more mail. They stay good, because mail is read late.
@ApplicationScoped
class Unsubscribing {
    static final String PAGE = "unsubscribe";

    private final SealedLinks links;

    Unsubscribing(SealedLinks links) {
        this.links = links;
    }

    URI link(UUID destination) {
        return links.link(PAGE, destination.toString());
    }

    /// The destination that a link is of; empty where it is no link of ours.
    Optional<UUID> read(String of) {
        return links.read(PAGE, of).flatMap(Directory::id);
    }
}
