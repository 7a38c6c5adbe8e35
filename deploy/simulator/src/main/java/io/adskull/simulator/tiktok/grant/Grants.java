package io.adskull.simulator.tiktok.grant;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.adskull.simulator.issued.IssuedSecrets;
import io.adskull.simulator.tiktok.grant.Grant.Kind;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Writes grants into signed text and reads them back; remembers which were used or revoked, until a restart.
@Singleton
public final class Grants {
    private static final byte[] KEY = "adskull simulator, not a secret".getBytes(StandardCharsets.UTF_8);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /// Ends or narrows everything issued up to `at` that fits.
    ///
    /// @param scopes what is left; null means nothing at all
    private record Withdrawal(
            Predicate<Grant> fits, Instant at, @Nullable List<String> scopes) {
        boolean concerns(Grant grant) {
            return !grant.issuedAt().isAfter(at) && fits.test(grant);
        }
    }

    private final Clock clock;
    private final IssuedSecrets issued;
    private final Map<String, Instant> spent = new ConcurrentHashMap<>();
    private final Set<String> revokedFamilies = ConcurrentHashMap.newKeySet();
    private final List<Withdrawal> withdrawals = new CopyOnWriteArrayList<>();

    Grants(Clock clock, IssuedSecrets issued) {
        this.clock = clock;
        this.issued = issued;
    }

    public static String newId() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    public String write(Grant grant) {
        try {
            String payload = Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(grant));
            String text = prefix(grant.kind()) + payload + "." + signature(payload);
            issued.add("tiktok", text);
            return text;
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
        if (spent.containsKey(grant.id())) {
            return new GrantState.Used(grant);
        }
        if (!alive(grant)) {
            return new GrantState.Revoked(grant);
        }
        return grant.expired(clock.instant()) ? new GrantState.Expired(grant) : new GrantState.Alive(narrowed(grant));
    }

    /// Whether nobody has taken the consent back.
    public boolean alive(Grant grant) {
        return !revokedFamilies.contains(grant.family())
                && !grant.withdrawn(clock.instant())
                && withdrawals.stream().noneMatch(one -> one.scopes() == null && one.concerns(grant));
    }

    private Grant narrowed(Grant grant) {
        Grant left = grant;
        for (Withdrawal one : withdrawals) {
            if (one.scopes() != null && one.concerns(grant)) {
                left = left.within(one.scopes());
            }
        }
        return left;
    }

    /// False when somebody was faster: codes and refresh tokens work once.
    public boolean spend(Grant grant) {
        return spent.putIfAbsent(grant.id(), clock.instant()) == null;
    }

    /// Whether a used one was first used less than `grace` ago.
    public boolean within(Duration grace, Grant used) {
        Instant first = spent.get(used.id());
        return first != null && clock.instant().isBefore(first.plus(grace));
    }

    /// Ends everything issued until now that fits.
    public void withdraw(Predicate<Grant> fits) {
        withdrawals.add(new Withdrawal(fits, clock.instant(), null));
    }

    /// Leaves only these scopes to everything issued until now that fits.
    public void narrow(Predicate<Grant> fits, List<String> scopes) {
        withdrawals.add(new Withdrawal(fits, clock.instant(), List.copyOf(scopes)));
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
