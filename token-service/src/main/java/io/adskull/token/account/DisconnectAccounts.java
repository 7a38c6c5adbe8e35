package io.adskull.token.account;

import io.adskull.contract.account.ConnectionId;
import io.adskull.token.platform.RevokeOutcome;
import io.adskull.token.platform.TokenSystems;
import io.adskull.token.vault.SealBroken;
import io.adskull.token.vault.Vault;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Ends a connection: revokes at the platform where that works, then deletes the secrets and says that the
/// accounts are gone. A platform that does not answer does not keep the secrets alive.
@ApplicationScoped
public class DisconnectAccounts {
    private static final Logger LOG = Logger.getLogger(DisconnectAccounts.class);

    private final Connections connections;
    private final ReachedAccounts accounts;
    private final AccountEvents accountEvents;
    private final CredentialEvents credentialEvents;
    private final TokenSystems systems;
    private final Vault vault;
    private final Clock clock;

    DisconnectAccounts(
            Connections connections,
            ReachedAccounts accounts,
            AccountEvents accountEvents,
            CredentialEvents credentialEvents,
            TokenSystems systems,
            Vault vault,
            Clock clock) {
        this.connections = connections;
        this.accounts = accounts;
        this.accountEvents = accountEvents;
        this.credentialEvents = credentialEvents;
        this.systems = systems;
        this.vault = vault;
        this.clock = clock;
    }

    /// @return whether this tenant had such a connection
    boolean disconnect(ConnectionId id, String tenant) {
        Optional<Connection> found = QuarkusTransaction.requiringNew()
                .call(() -> connections.find(id).filter(c -> c.tenant().equals(tenant)));
        found.ifPresent(connection -> {
            revoke(connection);
            QuarkusTransaction.requiringNew().run(() -> forget(id));
        });
        return found.isPresent();
    }

    private void revoke(Connection connection) {
        try {
            RevokeOutcome outcome = systems.of(connection.platform(), connection.kind())
                    .revoke(vault.open(connection.id(), connection.sealedTokens()));
            switch (outcome) {
                case RevokeOutcome.Revoked r -> LOG.infof("connection %s revoked at the platform", connection.id());
                case RevokeOutcome.NotRevoked(String why) ->
                    LOG.warnf("connection %s deleted here, not revoked at the platform: %s", connection.id(), why);
            }
        } catch (SealBroken e) {
            LOG.warnf("connection %s deleted here, not revoked at the platform: %s", connection.id(), e.getMessage());
        }
    }

    private void forget(ConnectionId id) {
        connections.findLocked(id).ifPresent(connection -> {
            Instant now = clock.instant();
            accounts.of(id).forEach(account -> accountEvents.lost(connection, account.account(), now));
            credentialEvents.disconnected(connection, now);
            accounts.delete("connectionId", id.value());
            connections.delete(connection);
            LOG.infof("connection %s of tenant %s disconnected", id, connection.tenant());
        });
    }
}
