package io.adskull.notifier.directory;

import io.adskull.vault.Secret;
import io.adskull.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The links by which a mailbox's reader wants no more mail. Each is sealed, so that nobody can make one; it
/// stays good, because mail is read late.
@ApplicationScoped
class Unsubscribing {
    static final String PATH = "/unsubscribe";
    private static final String CONTEXT = "unsubscribe";

    private final Vault vault;
    private final String base;

    Unsubscribing(Vault vault, @ConfigProperty(name = "adskull.notifier-service-public-url") URI base) {
        this.vault = vault;
        this.base = base.toString().replaceAll("/+$", "");
    }

    URI link(UUID destination) {
        byte[] sealed = vault.seal(CONTEXT, new Secret(destination.toString()));
        return URI.create(
                base + PATH + "?of=" + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
    }

    /// The destination that a link is of; empty where it is no link of ours.
    Optional<UUID> read(String of) {
        try {
            return vault.openSecret(CONTEXT, Base64.getUrlDecoder().decode(of)).flatMap(id -> Directory.id(id.value()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
