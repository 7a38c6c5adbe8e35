package io.adskull.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.KmsClient;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.ServiceLoader;

/// Where the vault's keys come from.
///
/// @param kmsKeyUri with which the file is encrypted; empty when it is in cleartext
record KeysetFile(Path file, Optional<String> kmsKeyUri) {
    private static final byte TINK_PREFIX = 1;
    private static final byte[] NO_CONTEXT = new byte[0];

    /// @param aead opens with every key, seals with the primary one
    /// @param primaryPrefix what every text begins with that the primary key sealed
    /// @param content of the file, to see whether it changed
    record Keys(Aead aead, byte[] primaryPrefix, String content) {
        /// Empty when no key opens it in this context.
        Optional<byte[]> opened(byte[] sealed, byte[] context) {
            try {
                return Optional.of(aead.decrypt(sealed, context));
            } catch (GeneralSecurityException e) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return "Keys[redacted]";
        }
    }

    /// @throws IllegalStateException with what to do; the text names the file, never its content
    Keys read() {
        return keys(content());
    }

    /// Asks no key management service while the file is as it was.
    ///
    /// @return empty when it did not change
    /// @throws IllegalStateException as [#read()]
    Optional<Keys> changedSince(Keys before) {
        return Optional.of(content())
                .filter(content -> !content.equals(before.content()))
                .map(this::keys);
    }

    private String content() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(name() + " cannot be read; it must be a Tink key set in JSON");
        }
    }

    private Keys keys(String content) {
        try {
            AeadConfig.register();
            KeysetHandle keys = kmsKeyUri.isPresent()
                    ? TinkJsonProtoKeysetFormat.parseEncryptedKeyset(content, kms(kmsKeyUri.get()), NO_CONTEXT)
                    : TinkJsonProtoKeysetFormat.parseKeyset(content, InsecureSecretKeyAccess.get());
            return new Keys(
                    keys.getPrimitive(RegistryConfiguration.get(), Aead.class),
                    prefix(keys.getPrimary().getId()),
                    content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    kmsKeyUri.isPresent()
                            ? name() + " does not open with adskull.vault.kms-key-uri=" + kmsKeyUri.get()
                                    + "; it must be a Tink AEAD key set that this key encrypted, and this service must be "
                                    + "allowed to use the key"
                            : name() + " is not a Tink AEAD key set in cleartext JSON; one that is encrypted needs "
                                    + "adskull.vault.kms-key-uri");
        }
    }

    private Aead kms(String uri) throws GeneralSecurityException {
        for (KmsClient client : ServiceLoader.load(KmsClient.class)) {
            if (client.doesSupport(uri)) {
                return client.withDefaultCredentials().getAead(uri);
            }
        }
        throw new IllegalStateException("adskull.vault.kms-key-uri=" + uri
                + " belongs to a key management service of which no Tink client is on the class path");
    }

    private String name() {
        return "adskull.vault.keyset-file=" + file;
    }

    /// Tink's output prefix: a version and the key's id (https://developers.google.com/tink/wire-format).
    private static byte[] prefix(int keyId) {
        return ByteBuffer.allocate(5).put(TINK_PREFIX).putInt(keyId).array();
    }
}
