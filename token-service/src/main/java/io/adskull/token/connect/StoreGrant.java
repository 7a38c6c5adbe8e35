package io.adskull.token.connect;

import io.adskull.contract.account.AccountKey;
import io.adskull.token.account.AccountEvents;
import io.adskull.token.account.Connection;
import io.adskull.token.account.Connections;
import io.adskull.token.account.CredentialEvents;
import io.adskull.token.account.ReachedAccounts;
import io.adskull.token.platform.GrantedAccount;
import io.adskull.token.platform.TokenSystems;
import io.adskull.token.refresh.SealTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Stores a consent in one transaction with all that is said about it. A renewed connection keeps id and history;
/// accounts that are no longer granted are given up. What the same person connected besides is tested again, since at
/// some platforms a new consent ends older tokens.
@ApplicationScoped
class StoreGrant {
    private static final Logger LOG = Logger.getLogger(StoreGrant.class);

    private final Connections connections;
    private final ReachedAccounts accounts;
    private final SealTokens seal;
    private final AccountEvents accountEvents;
    private final CredentialEvents credentialEvents;
    private final TokenSystems systems;
    private final Clock clock;

    StoreGrant(
            Connections connections,
            ReachedAccounts accounts,
            SealTokens seal,
            AccountEvents accountEvents,
            CredentialEvents credentialEvents,
            TokenSystems systems,
            Clock clock) {
        this.connections = connections;
        this.accounts = accounts;
        this.seal = seal;
        this.accountEvents = accountEvents;
        this.credentialEvents = credentialEvents;
        this.systems = systems;
        this.clock = clock;
    }

    /// @param held its time is the start of the tokens' lifetime
    /// @param askedBy who was signed in where the consent was asked for
    @Transactional(Transactional.TxType.MANDATORY)
    void store(Connections.Consenting consenting, HeldGrant held, Optional<String> askedBy) {
        Connection connection = consenting.connection();
        var grant = held.grant();
        Instant now = clock.instant();
        connection.consented(
                grant.businessName(),
                grant.scopes(),
                seal.seal(
                        connection.id(),
                        systems.of(connection.platform(), connection.kind()),
                        grant.tokens(),
                        held.askedAt(),
                        SealTokens.Pace.SPREAD,
                        Optional.empty()));
        connections.persist(connection);
        Map<AccountKey, GrantedAccount> granted = grant.accounts().stream()
                .collect(Collectors.toMap(GrantedAccount::key, Function.identity(), (first, again) -> first));
        List<AccountKey> lost = accounts.replace(connection.id(), granted, grant.complete());
        lost.forEach(account -> accountEvents.lost(connection, account, now));
        accounts.of(connection.id()).forEach(account -> accountEvents.connected(connection, account));
        credentialEvents.reconnected(connection, askedBy, now);
        if (consenting.known()) {
            accountEvents.pollWanted(connection, "reconnected", now);
        }
        connections.siblings(connection).forEach(sibling -> accountEvents.pollWantedAfter(connection, sibling, now));
        LOG.infof(
                "connection %s of tenant %s %s: %s, %d accounts, %d given up",
                connection.id(),
                connection.tenant(),
                consenting.known() ? "reconnected" : "connected",
                connection.platform().id() + " " + connection.kind(),
                granted.size(),
                lost.size());
    }
}
