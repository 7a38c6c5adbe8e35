package io.adskull.token.connect;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectionId;
import io.adskull.token.account.AccountEvents;
import io.adskull.token.account.Connection;
import io.adskull.token.account.Connections;
import io.adskull.token.account.CredentialEvents;
import io.adskull.token.account.ReachedAccounts;
import io.adskull.token.platform.Grant;
import io.adskull.token.platform.GrantedAccount;
import io.adskull.token.platform.TokenSystem;
import io.adskull.token.refresh.SealTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Stores a consent in one transaction with all that is said about it. The same identity consenting again renews
/// its connection: id and history stay, accounts that are no longer granted are given up.
@ApplicationScoped
class StoreGrant {
    private static final Logger LOG = Logger.getLogger(StoreGrant.class);

    private final Connections connections;
    private final ReachedAccounts accounts;
    private final SealTokens seal;
    private final AccountEvents accountEvents;
    private final CredentialEvents credentialEvents;
    private final Clock clock;

    StoreGrant(
            Connections connections,
            ReachedAccounts accounts,
            SealTokens seal,
            AccountEvents accountEvents,
            CredentialEvents credentialEvents,
            Clock clock) {
        this.connections = connections;
        this.accounts = accounts;
        this.seal = seal;
        this.accountEvents = accountEvents;
        this.credentialEvents = credentialEvents;
        this.clock = clock;
    }

    /// @param askedAt when the code was exchanged, the start of the tokens' lifetime
    @Transactional
    ConnectionId store(String tenant, TokenSystem system, Grant grant, Instant askedAt) {
        Connections.Consenting consenting =
                connections.consenting(tenant, system.platform(), system.kind(), grant.identity());
        Connection connection = consenting.connection();
        Instant now = clock.instant();
        connection.consented(
                grant.businessName(),
                grant.scopes(),
                seal.seal(connection.id(), system, grant.tokens(), askedAt, SealTokens.Pace.SPREAD));
        connections.persist(connection);
        Map<AccountKey, GrantedAccount> granted = grant.accounts().stream()
                .collect(Collectors.toMap(GrantedAccount::key, Function.identity(), (first, again) -> first));
        List<AccountKey> lost = accounts.replace(connection.id(), granted);
        lost.forEach(account -> accountEvents.lost(connection, account, now));
        accounts.of(connection.id()).forEach(account -> accountEvents.connected(connection, account));
        credentialEvents.reconnected(connection, now);
        if (consenting.known()) {
            accountEvents.pollWanted(connection, "reconnected", now);
        }
        LOG.infof(
                "connection %s of tenant %s %s: %s, %d accounts, %d given up",
                connection.id(),
                tenant,
                consenting.known() ? "reconnected" : "connected",
                system.platform().id() + " " + system.kind(),
                granted.size(),
                lost.size());
        return connection.id();
    }
}
