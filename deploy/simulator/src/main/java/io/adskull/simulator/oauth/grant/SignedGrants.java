package io.adskull.simulator.oauth.grant;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Grants as signed text that only this platform reads back.
final class SignedGrants {
    private static final byte[] KEY = "adskull simulator, not a secret".getBytes(StandardCharsets.UTF_8);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final String platform;
    private final Map<Grant.Kind, String> prefixes;

    SignedGrants(String platform, Map<Grant.Kind, String> prefixes) {
        this.platform = platform;
        this.prefixes = prefixes;
    }

    String write(Grant grant) {
        try {
            String payload = Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(grant));
            return prefix(grant.kind()) + payload + "." + signature(payload);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    Optional<Grant> read(String text, Grant.Kind kind) {
        String prefix = prefix(kind);
        int dot = text.lastIndexOf('.');
        if (!text.startsWith(prefix) || dot <= prefix.length()) {
            return Optional.empty();
        }
        String payload = text.substring(prefix.length(), dot);
        byte[] expected = signature(payload).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(expected, text.substring(dot + 1).getBytes(StandardCharsets.UTF_8))) {
            return Optional.empty();
        }
        try {
            Grant grant = JSON.readValue(Base64.getUrlDecoder().decode(payload), Grant.class);
            return Optional.of(grant).filter(read -> read.kind() == kind);
        } catch (IOException | IllegalArgumentException strange) {
            return Optional.empty();
        }
    }

    private String prefix(Grant.Kind kind) {
        return prefixes.getOrDefault(kind, "");
    }

    /// The platform is signed with it, so that no platform takes another's token.
    private String signature(String payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
            mac.update(platform.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
