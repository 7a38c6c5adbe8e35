package io.adskull.simulator.oauth.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// RFC 7636 with S256, the only method taken.
final class Pkce {
    private Pkce() {}

    /// @param challenge null when the consent page was asked without one; then nothing need be proved
    static boolean proves(Optional<String> verifier, @Nullable String challenge) {
        return challenge == null
                || verifier.map(Pkce::challengeOf).filter(challenge::equals).isPresent();
    }

    private static String challengeOf(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
