package io.adskull.token.account;

import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import io.adskull.token.vault.SealBroken;
import io.adskull.token.vault.TokenVault;
import io.adskull.token.vault.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Ends a connection: deletes the secrets and says that the accounts are gone, then revokes at the platform where that
/// works. In this order, because then the newest tokens are revoked, a refresh that is under way finds no connection
/// and revokes what it brings, and a platform that does not answer does not keep the secrets alive.
@ApplicationScoped
public class DisconnectAccounts {
    private static final Logger LOG = Logger.getLogger(DisconnectAccounts.class);

    private final Connections connections;
    private final ReachedAccounts accounts;
    private final AccountEvents accountEvents;
    private final CredentialEvents credentialEvents;
    private final EndedConnections ended;
    private final GiveBackTokens tokens;
    private final TokenVault vault;
    private final Clock clock;

    DisconnectAccounts(
            Connections connections,
            ReachedAccounts accounts,
            AccountEvents accountEvents,
            CredentialEvents credentialEvents,
            EndedConnections ended,
            GiveBackTokens tokens,
            TokenVault vault,
            Clock clock) {
        this.connections = connections;
        this.accounts = accounts;
        this.accountEvents = accountEvents;
        this.credentialEvents = credentialEvents;
        this.ended = ended;
        this.tokens = tokens;
        this.vault = vault;
        this.clock = clock;
    }

    /// @return whether this tenant had such a connection
    public boolean disconnect(ConnectionId id, String tenant) {
        Optional<Forgotten> forgotten = QuarkusTransaction.requiringNew().call(() -> connections
                .findLocked(id)
                .filter(connection -> connection.tenant().equals(tenant))
                .map(this::forget));
        forgotten.ifPresent(this::giveBack);
        return forgotten.isPresent();
    }

    private Forgotten forget(Connection connection) {
        ConnectionId id = connection.id();
        Instant now = clock.instant();
        var forgotten =
                new Forgotten(id, connection.platform(), connection.kind(), connection.identity(), opened(connection));
        accounts.of(id).forEach(account -> accountEvents.lost(connection, account.account(), now));
        credentialEvents.disconnected(connection, now);
        accounts.delete("connectionId", id.value());
        ended.add(connection);
        connections.delete(connection);
        LOG.infof("connection %s of tenant %s disconnected", id, connection.tenant());
        return forgotten;
    }

    private Optional<Tokens> opened(Connection connection) {
        try {
            return Optional.of(vault.open(connection.id(), connection.sealedTokens()));
        } catch (SealBroken e) {
            LOG.warnf("connection %s: not revoked at the platform: %s", connection.id(), e.getMessage());
            return Optional.empty();
        }
    }

    private void giveBack(Forgotten f) {
        f.open().ifPresent(held -> tokens.giveBack(f.platform(), f.kind(), f.identity(), held, "connection " + f.id()));
    }

    /// A connection that is in the database no more.
    private record Forgotten(ConnectionId id, Platform platform, String kind, String identity, Optional<Tokens> open) {}
}
