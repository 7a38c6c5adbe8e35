package io.adskull.token.vault;

import io.adskull.contract.account.ConnectionId;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Seals tokens for the database. A sealed row opens only for the connection it was sealed for, so that rows
/// cannot be swapped; every key of the key set opens, the primary one seals, so that keys rotate without
/// downtime. Thread-safe.
@Singleton
@Startup
public class Vault {
    private static final Logger LOG = Logger.getLogger(Vault.class);

    private final KeysetFile file;
    private volatile KeysetFile.Keys keys;

    /// @throws IllegalStateException when the key set cannot be used; the text says what to do
    @Inject
    public Vault(VaultSettings settings) {
        this(new KeysetFile(settings.keysetFile(), settings.kmsKeyUri()));
    }

    Vault(KeysetFile file) {
        this.file = file;
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

    public byte[] seal(ConnectionId connection, Tokens tokens) {
        try {
            return keys.aead().encrypt(TokensFormat.write(tokens), boundTo(connection));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal the tokens of connection " + connection, e);
        }
    }

    /// @throws SealBroken when the bytes were sealed for another connection, with a key that is gone, or were
    /// changed
    public Tokens open(ConnectionId connection, byte[] sealed) {
        return opened(sealed, boundTo(connection))
                .map(TokensFormat::read)
                .orElseThrow(() -> new SealBroken(connection));
    }

    /// Seals a secret that is not a connection's yet.
    ///
    /// @param context opens it again, and nothing else does
    public byte[] seal(String context, Secret secret) {
        try {
            return keys.aead().encrypt(secret.value().getBytes(StandardCharsets.UTF_8), bytes(context));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal a secret", e);
        }
    }

    /// Empty when it was sealed for another context, with a key that is gone, or was changed.
    public Optional<Secret> open(String context, byte[] sealed) {
        return opened(sealed, bytes(context)).map(text -> new Secret(new String(text, StandardCharsets.UTF_8)));
    }

    /// A key that this replica does not know yet may be in the file already: another one sealed with it.
    private Optional<byte[]> opened(byte[] sealed, byte[] context) {
        KeysetFile.Keys known = keys;
        Optional<byte[]> text = known.opened(sealed, context);
        if (text.isPresent()) {
            return text;
        }
        readAgain();
        return known == keys ? Optional.empty() : keys.opened(sealed, context);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] boundTo(ConnectionId connection) {
        return bytes(connection.toString());
    }
}
