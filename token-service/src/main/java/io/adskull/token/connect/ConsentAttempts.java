package io.adskull.token.connect;

import io.adskull.contract.account.Platform;
import io.adskull.vault.Secret;
import io.adskull.vault.Vault;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Who is at a consent page. An answer is claimed once, whatever number of replicas it reaches at a time.
@ApplicationScoped
class ConsentAttempts implements PanacheRepositoryBase<ConsentAttempt, String> {
    /// For so long a second use is told from an invented state.
    private static final Duration MEMORY = Duration.ofDays(1);

    private final Clock clock;
    private final ConnectSettings settings;
    private final Vault vault;

    ConsentAttempts(Clock clock, ConnectSettings settings, Vault vault) {
        this.clock = clock;
        this.settings = settings;
        this.vault = vault;
    }

    /// @param keep what the exchange will need
    @Transactional
    void begin(OneTimeText state, OneTimeText browser, Purpose purpose, Optional<Secret> keep) {
        Instant end = clock.instant().plus(settings.patience());
        Optional<byte[]> keepable = keep.map(secret -> vault.seal(state.hash(), secret));
        persist(new ConsentAttempt(state.hash(), browser.hash(), purpose, keepable, end));
    }

    /// @param browser the cookie that came with the answer
    @Transactional
    Claim claim(Platform platform, Optional<String> state, Optional<String> browser) {
        Instant now = clock.instant();
        Optional<ConsentAttempt> found =
                state.flatMap(text -> findByIdOptional(OneTimeText.hash(text), LockModeType.PESSIMISTIC_WRITE));
        if (found.isEmpty()) {
            return new Claim.Rejected(StateCheck.UNKNOWN);
        }
        ConsentAttempt attempt = found.get();
        StateCheck check = attempt.check(platform, browser.map(OneTimeText::hash), now);
        if (check != StateCheck.VALID) {
            return new Claim.Rejected(check);
        }
        attempt.use(now);
        return new Claim.Accepted(
                attempt.purpose(),
                attempt.sealedKeep().flatMap(bytes -> vault.openSecret(OneTimeText.hash(state.orElseThrow()), bytes)));
    }

    @Scheduled(identity = "forget-consent-attempts", every = "PT1H", delayed = "PT5M")
    @Transactional
    void forgetOld() {
        delete("expiresAt < ?1", clock.instant().minus(MEMORY));
    }

    sealed interface Claim {
        record Accepted(Purpose purpose, Optional<Secret> kept) implements Claim {}

        record Rejected(StateCheck check) implements Claim {}
    }
}
