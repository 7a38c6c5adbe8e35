package io.adskull.token.connect;

import io.adskull.vault.Vault;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who was shown a page with a way on. An answer is claimed once; a grant waits here, sealed, until then or until
/// patience ends.
@ApplicationScoped
class OpenChoices implements PanacheRepositoryBase<OpenChoice, String> {
    private static final Duration MEMORY = Duration.ofDays(1);

    private final Clock clock;
    private final ConnectSettings settings;
    private final Vault vault;

    OpenChoices(Clock clock, ConnectSettings settings, Vault vault) {
        this.clock = clock;
        this.settings = settings;
        this.vault = vault;
    }

    /// @param choice goes into the page
    /// @param browser goes into a cookie named after the choice
    record Opened(OneTimeText choice, OneTimeText browser) {}

    /// What the person answered about.
    record Answered(Purpose purpose, Optional<HeldGrant> held) {}

    sealed interface Claim {
        record Accepted(Answered answered) implements Claim {}

        record Rejected(StateCheck check) implements Claim {}
    }

    @Transactional
    Opened open(NextStep next) {
        var opened = new Opened(OneTimeText.next(), OneTimeText.next());
        String hash = opened.choice().hash();
        persist(new OpenChoice(
                hash,
                opened.browser().hash(),
                next.purpose(),
                next.held().map(held -> vault.seal(hash, held.asSecret())),
                clock.instant().plus(settings.patience())));
        return opened;
    }

    @Transactional
    Claim claim(String choice, Optional<String> browser) {
        Instant now = clock.instant();
        OpenChoice found = findById(OneTimeText.hash(choice), LockModeType.PESSIMISTIC_WRITE);
        if (found == null) {
            return new Claim.Rejected(StateCheck.UNKNOWN);
        }
        StateCheck check = found.check(browser.map(OneTimeText::hash), now);
        return check == StateCheck.VALID
                ? new Claim.Accepted(new Answered(found.purpose(), opened(found, found.use(now))))
                : new Claim.Rejected(check);
    }

    /// Grants whose person walked away; they are here no more.
    @Transactional
    List<Answered> takeAbandoned() {
        return find("expiresAt < ?1 and sealedGrant is not null", clock.instant())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .stream()
                .map(choice -> new Answered(choice.purpose(), opened(choice, choice.takeGrant())))
                .toList();
    }

    @Transactional
    void forgetOld() {
        delete("expiresAt < ?1", clock.instant().minus(MEMORY));
    }

    private Optional<HeldGrant> opened(OpenChoice choice, Optional<byte[]> sealed) {
        return sealed.flatMap(bytes -> vault.openSecret(choice.hash(), bytes)).map(HeldGrant::read);
    }
}
