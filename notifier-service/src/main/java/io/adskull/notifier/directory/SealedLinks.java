package io.adskull.notifier.directory;

import io.adskull.vault.Secret;
import io.adskull.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Links in mails to pages of this service. What each is about is sealed in it, so that nobody else can make one.
@ApplicationScoped
class SealedLinks {
    private final Vault vault;
    private final String base;

    SealedLinks(Vault vault, @ConfigProperty(name = "adskull.notifier-service-public-url") URI base) {
        this.vault = vault;
        this.base = base.toString().replaceAll("/+$", "");
    }

    /// @param page that it leads to, and that alone can read it
    URI link(String page, String about) {
        byte[] sealed = vault.seal(page, new Secret(about));
        return URI.create(base + "/" + page + "?of="
                + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
    }

    /// What a link to the page is about; empty where it is no link of ours.
    Optional<String> read(String page, String of) {
        try {
            return vault.openSecret(page, Base64.getUrlDecoder().decode(of)).map(Secret::value);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
