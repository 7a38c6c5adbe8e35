package io.adskull.simulator.oauth.grant;

import io.adskull.simulator.issued.IssuedSecrets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The codes and tokens of one platform; remembers which were used or revoked, until a restart. Safe for use by
/// several threads.
public final class Grants {
    /// How a thing that works once was met.
    public enum Spending {
        FIRST,
        WITHIN_GRACE,
        TOO_LATE
    }

    /// Ends, or narrows, every consent given up to `at` that fits.
    ///
    /// @param scopes what is left; null means nothing at all
    private record Withdrawal(
            Predicate<Grant> fits, Instant at, @Nullable List<String> scopes) {
        boolean concerns(Grant grant) {
            return !grant.consent().at().isAfter(at) && fits.test(grant);
        }
    }

    private final String platform;
    private final Clock clock;
    private final IssuedSecrets issued;
    private final SignedGrants signed;
    private final boolean otherScopesEndOlderConsents;
    private final Map<String, Instant> spent = new ConcurrentHashMap<>();
    private final Set<String> endedConsents = ConcurrentHashMap.newKeySet();
    private final Set<String> endedTokens = ConcurrentHashMap.newKeySet();
    private final List<Withdrawal> withdrawals = new CopyOnWriteArrayList<>();
    private final Map<String, Grant> latestConsents = new ConcurrentHashMap<>();

    /// @param otherScopesEndOlderConsents whether a consent with other scopes ends the person's older ones
    public Grants(
            String platform,
            Map<Grant.Kind, String> prefixes,
            boolean otherScopesEndOlderConsents,
            Clock clock,
            IssuedSecrets issued) {
        this.otherScopesEndOlderConsents = otherScopesEndOlderConsents;
        this.platform = platform;
        this.clock = clock;
        this.issued = issued;
        this.signed = new SignedGrants(platform, prefixes);
    }

    public static String newId() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    public String write(Grant grant) {
        String text = signed.write(grant);
        issued.add(platform, text);
        return text;
    }

    /// A secret that goes out beside a token, such as the one that OAuth 1.0a signs with.
    public String handOut(String secret) {
        issued.add(platform, secret);
        return secret;
    }

    /// What `text` is worth now to someone who expects a `kind`.
    public GrantState read(String text, Grant.Kind kind) {
        return signed.read(text, kind).map(this::state).orElseGet(GrantState.Unknown::new);
    }

    private GrantState state(Grant grant) {
        if (endedConsents.contains(grant.consent().id())
                || endedTokens.contains(grant.id())
                || withdrawals.stream().anyMatch(one -> one.scopes() == null && one.concerns(grant))
                || replaced(grant)) {
            return new GrantState.Revoked(grant);
        }
        if (spent.containsKey(grant.id())) {
            return new GrantState.Used(grant);
        }
        return grant.expired(clock.instant()) ? new GrantState.Expired(grant) : new GrantState.Alive(grant);
    }

    private boolean replaced(Grant grant) {
        Grant latest =
                latestConsents.get(personAndApp(grant.login(), grant.consent().app()));
        return otherScopesEndOlderConsents
                && latest != null
                && latest.consent().at().isAfter(grant.consent().at())
                && !Set.copyOf(latest.scopes()).equals(Set.copyOf(grant.scopes()));
    }

    /// Uses a code up; from then on its consent is the person's latest. False when somebody was faster.
    public boolean redeem(Grant code) {
        boolean first = spend(code, Duration.ZERO) == Spending.FIRST;
        if (first) {
            latestConsents.put(personAndApp(code.login(), code.consent().app()), code);
        }
        return first;
    }

    public boolean consentedBefore(String login, String app) {
        return latestConsents.containsKey(personAndApp(login, app));
    }

    private static String personAndApp(String login, String app) {
        return login + " " + app;
    }

    /// Codes and single-use refresh tokens work once, and then as long as `grace` says.
    public Spending spend(Grant grant, Duration grace) {
        Instant now = clock.instant();
        Instant first = spent.putIfAbsent(grant.id(), now);
        if (first == null) {
            return Spending.FIRST;
        }
        return now.isBefore(first.plus(grace)) ? Spending.WITHIN_GRACE : Spending.TOO_LATE;
    }

    /// What the person still allows; scopes may have been taken back since.
    public List<String> scopes(Grant grant) {
        return grant.scopes().stream()
                .filter(scope -> withdrawals.stream()
                        .filter(one -> one.scopes() != null && one.concerns(grant))
                        .allMatch(one -> one.scopes() != null && one.scopes().contains(scope)))
                .toList();
    }

    /// Ends everything that descends from the same consent.
    public void endConsent(Grant grant) {
        endedConsents.add(grant.consent().id());
    }

    /// Ends this token only.
    public void endToken(Grant grant) {
        endedTokens.add(grant.id());
    }

    /// Ends every consent given until now that fits.
    public void withdraw(Predicate<Grant> fits) {
        withdrawals.add(new Withdrawal(fits, clock.instant(), null));
    }

    /// Leaves only these scopes to every consent given until now that fits.
    public void narrow(Predicate<Grant> fits, List<String> scopes) {
        withdrawals.add(new Withdrawal(fits, clock.instant(), List.copyOf(scopes)));
    }
}
