package io.adskull.token.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import io.adskull.contract.account.ConnectionId;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;

/// Seals tokens for the database. A sealed row opens only for the connection it was sealed for, so that rows
/// cannot be swapped; every key of the key set opens, the primary one seals, so that keys rotate without
/// downtime. Thread-safe.
@Singleton
@Startup
public class Vault {
    private final Aead aead;

    @Inject
    public Vault(VaultSettings settings) {
        this(settings.keysetFile());
    }

    /// @throws IllegalStateException when the file is not a key set; the text names the file, never its content
    public Vault(Path keysetFile) {
        try {
            AeadConfig.register();
            aead = TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(keysetFile), InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "adskull.vault.keyset-file=" + keysetFile + " cannot be read; it must be a Tink key set in JSON");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "adskull.vault.keyset-file=" + keysetFile + " is not a Tink AEAD key set in cleartext JSON");
        }
    }

    public byte[] seal(ConnectionId connection, Tokens tokens) {
        try {
            return aead.encrypt(TokensFormat.write(tokens), boundTo(connection));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal the tokens of connection " + connection, e);
        }
    }

    /// @throws SealBroken when the bytes were sealed for another connection, with a key that is gone, or were
    /// changed
    public Tokens open(ConnectionId connection, byte[] sealed) {
        try {
            return TokensFormat.read(aead.decrypt(sealed, boundTo(connection)));
        } catch (GeneralSecurityException e) {
            throw new SealBroken(connection);
        }
    }

    /// Seals a secret that is not a connection's yet.
    ///
    /// @param context opens it again, and nothing else does
    public byte[] seal(String context, Secret secret) {
        try {
            return aead.encrypt(secret.value().getBytes(StandardCharsets.UTF_8), bytes(context));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal a secret", e);
        }
    }

    /// Empty when it was sealed for another context, with a key that is gone, or was changed.
    public Optional<Secret> open(String context, byte[] sealed) {
        try {
            return Optional.of(new Secret(new String(aead.decrypt(sealed, bytes(context)), StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] boundTo(ConnectionId connection) {
        return bytes(connection.toString());
    }
}
