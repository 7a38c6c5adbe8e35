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

/// One person at the end of a consent, who may go on in one way or another: good for one answer, from the browser
/// that got the page, for some minutes.
@Entity
@Table(name = "open_choice")
class OpenChoice {
    @Id
    @Column(name = "choice_hash")
    private String choiceHash;

    @Column(name = "browser_hash")
    private String browserHash;

    private String tenant;
    private String platform;
    private String kind;

    @Column(name = "connection_id")
    private @Nullable UUID connectionId;

    @Column(name = "sealed_grant")
    private byte @Nullable [] sealedGrant;

    @Column(name = "asked_by")
    private @Nullable String askedBy;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    /// For Hibernate.
    @SuppressWarnings("NullAway.Init")
    protected OpenChoice() {}

    OpenChoice(
            String choiceHash, String browserHash, Purpose purpose, Optional<byte[]> sealedGrant, Instant expiresAt) {
        this.choiceHash = choiceHash;
        this.browserHash = browserHash;
        this.tenant = purpose.tenant();
        this.platform = purpose.platform().id();
        this.kind = purpose.kind();
        this.askedBy = purpose.askedBy().orElse(null);
        this.connectionId = purpose.renews().map(ConnectionId::value).orElse(null);
        this.sealedGrant = sealedGrant.orElse(null);
        this.expiresAt = expiresAt;
    }

    /// @param browser hash of the cookie that came with the answer
    StateCheck check(Optional<String> browser, Instant now) {
        if (!browser.equals(Optional.of(browserHash))) {
            return StateCheck.OTHER_BROWSER;
        }
        if (usedAt != null) {
            return StateCheck.USED;
        }
        return now.isBefore(expiresAt) ? StateCheck.VALID : StateCheck.EXPIRED;
    }

    /// From now on it holds no grant any more.
    Optional<byte[]> use(Instant now) {
        usedAt = now;
        return takeGrant();
    }

    Optional<byte[]> takeGrant() {
        Optional<byte[]> taken = Optional.ofNullable(sealedGrant);
        sealedGrant = null;
        return taken;
    }

    String hash() {
        return choiceHash;
    }

    Purpose purpose() {
        return new Purpose(
                tenant,
                Platform.of(platform),
                kind,
                Optional.ofNullable(connectionId).map(ConnectionId::new),
                Optional.ofNullable(askedBy));
    }
}
