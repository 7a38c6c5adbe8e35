package io.adskull.token.access;

import io.adskull.contract.account.ConnectionId;
import io.adskull.token.account.Connection;
import io.adskull.token.account.Connections;
import io.adskull.token.vault.SealBroken;
import io.adskull.token.vault.TokenVault;
import io.adskull.token.vault.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jboss.logging.Logger;

/// Opens the vault for a service that is about to call a platform. Never hands out a token that ends before it
/// could be used.
@ApplicationScoped
class AccessTokens {
    private static final Logger LOG = Logger.getLogger(AccessTokens.class);

    private final Connections connections;
    private final TokenVault vault;
    private final Clock clock;

    AccessTokens(Connections connections, TokenVault vault, Clock clock) {
        this.connections = connections;
        this.vault = vault;
        this.clock = clock;
    }

    @Transactional
    AccessOutcome of(ConnectionId id) {
        return connections.find(id).map(this::of).orElseGet(AccessOutcome.Unknown::new);
    }

    private AccessOutcome of(Connection connection) {
        if (!connection.accessGood()) {
            return new AccessOutcome.Dead();
        }
        if (!UsableLife.isUsable(connection.issuedAt(), connection.expiresAt(), clock.instant())) {
            return connection.refreshable()
                    ? new AccessOutcome.NotNow("the token has ended and is being renewed")
                    : new AccessOutcome.Dead();
        }
        try {
            Tokens tokens = vault.open(connection.id(), connection.sealedTokens());
            return new AccessOutcome.Available(tokens.access(), tokens.tokenSecret(), connection.expiresAt());
        } catch (SealBroken e) {
            LOG.error(e.getMessage());
            return new AccessOutcome.NotNow("the stored token cannot be opened");
        }
    }
}
