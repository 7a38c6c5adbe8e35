package io.adskull.notifier.channel.webhook;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs what leaves, so that a receiver can tell that it comes from here, unchanged and lately: `v1` of Standard
/// Webhooks, HMAC-SHA256 over id, time and body. Never printed.
public final class WebhookSecret {
    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    private final SecretKeySpec key;

    private WebhookSecret(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /// @param text `whsec_` and 24 to 64 bytes in base64
    /// @throws IllegalArgumentException when it is anything else; the text does not repeat it
    public static WebhookSecret parse(String text) {
        try {
            byte[] key = Base64.getDecoder().decode(text.strip().substring(PREFIX.length()));
            if (text.strip().startsWith(PREFIX) && key.length >= SHORTEST && key.length <= LONGEST) {
                return new WebhookSecret(key);
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw refused();
        }
        throw refused();
    }

    /// The header `webhook-signature`.
    String sign(String id, Instant at, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            String signed = id + "." + at.getEpochSecond() + "." + body;
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "a webhook secret";
    }

    private static IllegalArgumentException refused() {
        return new IllegalArgumentException("a webhook secret is \"" + PREFIX + "\" and " + SHORTEST + " to " + LONGEST
                + " bytes in base64; make one with: echo " + PREFIX + "$(openssl rand -base64 32)");
    }
}
