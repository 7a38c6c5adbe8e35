package io.adskull.vault;

import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Seals what the database must not show. What is sealed opens only in the context it was sealed in, such as the
/// id of its row, so that rows cannot be swapped; every key of the key set opens, the primary one seals, so that
/// keys rotate without downtime. Thread-safe.
@Singleton
@Startup
public class Vault {
    private static final Logger LOG = Logger.getLogger(Vault.class);

    private final KeysetFile file;
    private volatile KeysetFile.Keys keys;

    /// @throws IllegalStateException when the key set cannot be used; the text says what to do
    @Inject
    public Vault(VaultSettings settings) {
        this(settings.keysetFile(), settings.kmsKeyUri());
    }

    /// @param kmsKeyUri with which the file is encrypted; empty when it is in cleartext
    /// @throws IllegalStateException when the key set cannot be used; the text says what to do
    public Vault(Path keysetFile, Optional<String> kmsKeyUri) {
        this.file = new KeysetFile(keysetFile, kmsKeyUri);
        this.keys = file.read();
    }

    /// Uses the file as it is now. One that cannot be used changes nothing: the keys of before go on.
    @Scheduled(identity = "read-keyset-again", every = "PT30S", delayed = "PT30S")
    public void readAgain() {
        try {
            file.changedSince(keys).ifPresent(now -> {
                keys = now;
                LOG.info("the vault's key set changed and is in use");
            });
        } catch (IllegalStateException e) {
            LOG.errorf("the vault goes on with the keys of before: %s", e.getMessage());
        }
    }

    /// What every text begins with that the present primary key sealed.
    public byte[] primaryPrefix() {
        return keys.primaryPrefix().clone();
    }

    /// @param context opens it again, and nothing else does
    public byte[] seal(String context, byte[] bytes) {
        try {
            return keys.aead().encrypt(bytes, utf8(context));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal for " + context, e);
        }
    }

    public byte[] seal(String context, Secret secret) {
        return seal(context, utf8(secret.value()));
    }

    /// Empty when it was sealed in another context, with a key that is gone, or was changed. A key that this replica
    /// does not know yet may be in the file already: another one sealed with it.
    public Optional<byte[]> open(String context, byte[] sealed) {
        KeysetFile.Keys known = keys;
        Optional<byte[]> text = known.opened(sealed, utf8(context));
        if (text.isPresent()) {
            return text;
        }
        readAgain();
        return known == keys ? Optional.empty() : keys.opened(sealed, utf8(context));
    }

    /// The same for a secret's text.
    public Optional<Secret> openSecret(String context, byte[] sealed) {
        return open(context, sealed).map(text -> new Secret(new String(text, StandardCharsets.UTF_8)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
