package io.adskull.token.connect;

import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One person on the way to a consent page and back: good for one answer, from the browser that left, for some
/// minutes.
@Entity
@Table(name = "consent_attempt")
class ConsentAttempt {
    @Id
    @Column(name = "state_hash")
    private String stateHash;

    @Column(name = "browser_hash")
    private String browserHash;

    private String tenant;
    private String platform;
    private String kind;

    @Column(name = "connection_id")
    private @Nullable UUID connectionId;

    @Column(name = "sealed_keep")
    private byte @Nullable [] sealedKeep;

    @Column(name = "asked_by")
    private @Nullable String askedBy;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    /// For Hibernate.
    @SuppressWarnings("NullAway.Init")
    protected ConsentAttempt() {}

    ConsentAttempt(
            String stateHash, String browserHash, Purpose purpose, Optional<byte[]> sealedKeep, Instant expiresAt) {
        this.stateHash = stateHash;
        this.browserHash = browserHash;
        this.tenant = purpose.tenant();
        this.platform = purpose.platform().id();
        this.kind = purpose.kind();
        this.askedBy = purpose.askedBy().orElse(null);
        this.connectionId = purpose.renews().map(ConnectionId::value).orElse(null);
        this.sealedKeep = sealedKeep.orElse(null);
        this.expiresAt = expiresAt;
    }

    /// What this attempt says to an answer. Pure; [#use] makes it stick.
    ///
    /// @param browser hash of the cookie that came with the answer
    StateCheck check(Platform answering, Optional<String> browser, Instant now) {
        if (answering != Platform.of(platform)) {
            return StateCheck.UNKNOWN;
        }
        if (!browser.equals(Optional.of(browserHash))) {
            return StateCheck.OTHER_BROWSER;
        }
        if (usedAt != null) {
            return StateCheck.USED;
        }
        return now.isBefore(expiresAt) ? StateCheck.VALID : StateCheck.EXPIRED;
    }

    void use(Instant now) {
        usedAt = now;
    }

    Purpose purpose() {
        return new Purpose(
                tenant,
                Platform.of(platform),
                kind,
                Optional.ofNullable(connectionId).map(ConnectionId::new),
                Optional.ofNullable(askedBy));
    }

    /// What the exchange needs, sealed for the hash of the state.
    Optional<byte[]> sealedKeep() {
        return Optional.ofNullable(sealedKeep);
    }
}
