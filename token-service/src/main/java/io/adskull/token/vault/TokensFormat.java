package io.adskull.token.vault;

import io.adskull.vault.Secret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Tokens as bytes, before they are sealed. The leading version lets a later release read today's rows.
final class TokensFormat {
    /// The second one added the token secret.
    private static final int VERSION = 2;

    private TokensFormat() {}

    static byte[] write(Tokens tokens) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            writeText(out, tokens.access().value());
            writeText(out, tokens.refresh().map(Secret::value).orElse(""));
            writeText(out, tokens.tokenSecret().map(Secret::value).orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Tokens read(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version < 1 || version > VERSION) {
                throw new IllegalStateException(
                        "tokens were stored in format " + version + ", known are 1 to " + VERSION);
            }
            Secret access = new Secret(readText(in));
            Optional<Secret> refresh = readSecret(in);
            return new Tokens(access, refresh, version == 1 ? Optional.empty() : readSecret(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static Optional<Secret> readSecret(DataInputStream in) throws IOException {
        return Optional.of(readText(in)).filter(text -> !text.isEmpty()).map(Secret::new);
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
