package io.adskull.token.account;

import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One consent of one person or business, with its sealed tokens and the time of their next refresh.
///
/// Every new set of tokens is a new generation. Whoever asked the platform on behalf of an older generation comes
/// too late: that is how two replicas never overwrite each other's tokens.
@Entity
public class Connection {
    private static final Duration SAME_END = Duration.ofHours(1);

    @Id
    private UUID id;

    private String tenant;
    private String platform;
    private String kind;
    private String identity;

    @Column(name = "business_name")
    private String businessName;

    @Column(name = "granted_scopes")
    private String[] grantedScopes;

    @Enumerated(EnumType.STRING)
    private ConnectionState state;

    @Column(name = "sealed_tokens")
    private byte[] sealedTokens;

    private long generation;

    @Column(name = "connected_at")
    private Instant connectedAt;

    @Column(name = "issued_at")
    private Instant issuedAt;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    @Column(name = "refresh_at")
    private @Nullable Instant refreshAt;

    @Column(name = "refresh_wanted")
    private @Nullable String refreshWanted;

    @Column(name = "refresh_trace")
    private @Nullable String refreshTrace;

    @Column(name = "refresh_failures")
    private int refreshFailures;

    @Column(name = "leased_until")
    private @Nullable Instant leasedUntil;

    @Column(name = "leased_by")
    private @Nullable String leasedBy;

    @Column(name = "in_doubt")
    private boolean inDoubt;

    @Column(name = "doubtful_refusals")
    private int doubtfulRefusals;

    @Column(name = "access_refused_at")
    private @Nullable Instant accessRefusedAt;

    @Column(name = "grant_ends_at")
    private @Nullable Instant grantEndsAt;

    @Column(name = "next_announcement_at")
    private @Nullable Instant nextAnnouncementAt;

    /// For Hibernate.
    @SuppressWarnings("NullAway.Init")
    protected Connection() {}

    /// A first consent; [#consented] completes it.
    @SuppressWarnings("NullAway.Init")
    Connection(ConnectionId id, String tenant, Platform platform, String kind, String identity) {
        this.id = id.value();
        this.tenant = tenant;
        this.platform = platform.id();
        this.kind = kind;
        this.identity = identity;
    }

    /// A person said yes, for the first time or again.
    public void consented(String businessName, List<String> scopes, StoredTokens tokens) {
        this.businessName = businessName;
        this.grantedScopes = scopes.toArray(String[]::new);
        // PostgreSQL keeps microseconds; events name this time in their ids, so it must be the same when read back.
        this.connectedAt = tokens.issuedAt().truncatedTo(ChronoUnit.MICROS);
        store(tokens);
    }

    /// The platform renewed the tokens.
    public void refreshed(StoredTokens tokens) {
        store(tokens);
    }

    private void store(StoredTokens tokens) {
        state = ConnectionState.CONNECTED;
        sealedTokens = tokens.sealed();
        generation++;
        issuedAt = tokens.issuedAt();
        expiresAt = tokens.expiresAt().orElse(null);
        refreshAt = tokens.refreshAt().orElse(null);
        refreshWanted = null;
        refreshTrace = null;
        refreshFailures = 0;
        inDoubt = false;
        doubtfulRefusals = 0;
        accessRefusedAt = null;
        release();
        endsAt(tokens.grantEndsAt());
    }

    /// An end that stays where it was, give or take what a platform's counting in seconds moves it, goes on being told
    /// as before.
    private void endsAt(Optional<Instant> end) {
        boolean same = end.isPresent()
                && grantEndsAt != null
                && Duration.between(end.get(), grantEndsAt).abs().compareTo(SAME_END) < 0;
        if (!same || nextAnnouncementAt == null) {
            grantEndsAt = end.orElse(null);
            nextAnnouncementAt =
                    end.flatMap(day -> KnownEnd.nextTelling(day, issuedAt)).orElse(null);
        }
    }

    /// The end was told; the next time it is told is nearer to it.
    public void endTold(Instant now) {
        nextAnnouncementAt =
                grantEndsAt().flatMap(end -> KnownEnd.nextTelling(end, now)).orElse(null);
    }

    private void release() {
        leasedUntil = null;
        leasedBy = null;
    }

    /// One replica goes to the platform with the present tokens; the others leave the row alone until then. A lease
    /// that is found instead of an outcome leaves the present refresh token in doubt.
    ///
    /// @param until by the database's clock
    public void lease(String replica, Instant until) {
        inDoubt |= leasedUntil != null;
        leasedUntil = until;
        leasedBy = replica;
    }

    /// The platform was not asked after all.
    public void notAsked(Instant nextAttempt) {
        refreshAt = nextAttempt;
        release();
    }

    /// A refresh failed in a way that may heal.
    public void refreshFailed(Instant nextAttempt) {
        refreshFailures++;
        refreshAt = nextAttempt;
        release();
    }

    /// Nobody knows whether the platform renewed the tokens.
    public void leftInDoubt() {
        inDoubt = true;
    }

    /// The platform's no may be a passing one.
    public void refusedDoubtfully() {
        doubtfulRefusals++;
    }

    /// Only a new consent helps; no machine tries again. The access token is good for the rest of its life unless that
    /// was what somebody met as refused.
    public void died(Instant now) {
        state = ConnectionState.RECONNECT_REQUIRED;
        if (refreshWanted != null) {
            accessRefusedAt = now;
        }
        refreshAt = null;
        refreshWanted = null;
        refreshTrace = null;
        nextAnnouncementAt = null;
        release();
    }

    /// Somebody needs new tokens now.
    ///
    /// @param trace W3C trace context of whoever asks
    public void wantRefresh(String why, Optional<String> trace, Instant now) {
        refreshWanted = why;
        refreshTrace = trace.orElse(null);
        refreshAt = now;
    }

    /// Whether a machine can renew the tokens.
    public boolean refreshable() {
        return refreshAt != null && state == ConnectionState.CONNECTED;
    }

    public ConnectionId id() {
        return new ConnectionId(id);
    }

    public String tenant() {
        return tenant;
    }

    public Platform platform() {
        return Platform.of(platform);
    }

    public String kind() {
        return kind;
    }

    /// The platform's own id of who consented.
    public String identity() {
        return identity;
    }

    public String businessName() {
        return businessName;
    }

    public List<String> grantedScopes() {
        return List.of(grantedScopes);
    }

    public ConnectionState state() {
        return state;
    }

    public byte[] sealedTokens() {
        return sealedTokens.clone();
    }

    public long generation() {
        return generation;
    }

    public Instant connectedAt() {
        return connectedAt;
    }

    public Instant issuedAt() {
        return issuedAt;
    }

    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    public Optional<String> refreshWanted() {
        return Optional.ofNullable(refreshWanted);
    }

    public Optional<String> refreshTrace() {
        return Optional.ofNullable(refreshTrace);
    }

    /// Whether an earlier attempt with the present tokens had no known outcome.
    public boolean inDoubt() {
        return inDoubt;
    }

    public int doubtfulRefusals() {
        return doubtfulRefusals;
    }

    /// Whether the access token opens something, as far as is known, while it lives.
    public boolean accessGood() {
        return accessRefusedAt == null;
    }

    public Optional<Instant> refreshAt() {
        return Optional.ofNullable(refreshAt);
    }

    public Optional<Instant> grantEndsAt() {
        return Optional.ofNullable(grantEndsAt);
    }

    public int refreshFailures() {
        return refreshFailures;
    }
}
