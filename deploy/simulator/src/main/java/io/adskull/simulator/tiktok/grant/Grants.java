package io.adskull.simulator.tiktok.grant;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.adskull.simulator.tiktok.grant.Grant.Kind;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Writes grants into signed text and reads them back; remembers which were used or revoked, until a restart.
@Singleton
public final class Grants {
    private static final byte[] KEY = "adskull simulator, not a secret".getBytes(StandardCharsets.UTF_8);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Clock clock;
    private final Set<String> spent = ConcurrentHashMap.newKeySet();
    private final Set<String> revokedFamilies = ConcurrentHashMap.newKeySet();

    Grants(Clock clock) {
        this.clock = clock;
    }

    public static String newId() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    public String write(Grant grant) {
        try {
            String payload = Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(grant));
            return prefix(grant.kind()) + payload + "." + signature(payload);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// What `text` is worth now to someone who expects a `kind`.
    public GrantState read(String text, Kind kind) {
        String prefix = prefix(kind);
        int dot = text.lastIndexOf('.');
        if (!text.startsWith(prefix) || dot <= prefix.length()) {
            return new GrantState.Unknown();
        }
        String payload = text.substring(prefix.length(), dot);
        byte[] expected = signature(payload).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(expected, text.substring(dot + 1).getBytes(StandardCharsets.US_ASCII))) {
            return new GrantState.Unknown();
        }
        try {
            Grant grant = JSON.readValue(Base64.getUrlDecoder().decode(payload), Grant.class);
            return grant.kind() == kind ? state(grant) : new GrantState.Unknown();
        } catch (IOException | IllegalArgumentException strange) {
            return new GrantState.Unknown();
        }
    }

    private GrantState state(Grant grant) {
        if (spent.contains(grant.id())) {
            return new GrantState.Used(grant);
        }
        if (revokedFamilies.contains(grant.family()) || grant.withdrawn(clock.instant())) {
            return new GrantState.Revoked(grant);
        }
        return grant.expired(clock.instant()) ? new GrantState.Expired(grant) : new GrantState.Alive(grant);
    }

    /// False when somebody was faster: codes and refresh tokens work once.
    public boolean spend(Grant grant) {
        return spent.add(grant.id());
    }

    /// Ends everything that descends from the same authorisation.
    public void revoke(Grant grant) {
        revokedFamilies.add(grant.family());
    }

    private static String prefix(Kind kind) {
        return switch (kind) {
            case ADVERTISER_CODE, ADVERTISER_TOKEN, ACCOUNT_CODE -> "";
            case ACCOUNT_TOKEN -> "act.";
            case ACCOUNT_REFRESH -> "rft.";
        };
    }

    private static String signature(String payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(payload.getBytes(StandardCharsets.US_ASCII)), 0, 16);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
