package io.adskull.token.account;

import io.adskull.contract.CloudEvent;
import io.adskull.contract.Topic;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectedAccount;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.poll.PollRequested;
import io.adskull.token.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/// What the other services hear about accounts. Written to the outbox, in the transaction that makes it true.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class AccountEvents {
    static final String SOURCE = "/token-service";

    private final Outbox outbox;
    private final ReachedAccounts accounts;
    private final Connections connections;

    AccountEvents(Outbox outbox, ReachedAccounts accounts, Connections connections) {
        this.outbox = outbox;
        this.accounts = accounts;
        this.connections = connections;
    }

    /// The account is reached by this connection.
    public void connected(Connection connection, ReachedAccount account) {
        connected(connection, account, connection.id() + "/" + connection.connectedAt());
    }

    /// The account is no longer reached by this connection. Where another one reaches it, that one speaks for it
    /// from now on.
    public void lost(Connection connection, AccountKey account, Instant at) {
        Optional<ReachedAccount> other = accounts.spokenFor(account, Optional.of(connection.id()));
        Optional<Connection> heir = other.map(ReachedAccount::connection).flatMap(connections::find);
        String because = "after/" + connection.id() + "/" + connection.generation();
        if (other.isPresent() && heir.isPresent()) {
            connected(heir.get(), other.get(), because);
        } else {
            String id = account + "/gone/" + because;
            outbox.writeTombstone(
                    Topic.ACCOUNTS,
                    account.toString(),
                    new CloudEvent(
                            id, ConnectedAccount.EVENT_TYPE, SOURCE, account.toString(), at, connection.tenant()));
        }
    }

    /// Says again what is known of an account, with the id it was said with before, unless something newer about
    /// it is on its way or another connection speaks for it.
    void repeated(Connection connection, ReachedAccount account) {
        Optional<ConnectionId> speaker =
                accounts.spokenFor(account.account(), Optional.empty()).map(ReachedAccount::connection);
        if (speaker.equals(Optional.of(connection.id()))
                && !outbox.holds(Topic.ACCOUNTS, account.account().toString())) {
            connected(connection, account);
        }
    }

    /// "Look at all accounts of this connection now."
    public void pollWanted(Connection connection, String why, Instant at) {
        accounts.of(connection.id()).forEach(account -> pollWanted(connection, account.account(), why, at));
    }

    /// "Look at all accounts of this connection now, since the same person gave the other one a new consent": at some
    /// platforms that ends older tokens.
    public void pollWantedAfter(Connection renewed, Connection sibling, Instant at) {
        String because = "after/" + renewed.id() + "/" + renewed.generation();
        accounts.of(sibling.id())
                .forEach(account ->
                        pollWanted(sibling, account.account(), because, "another consent of the same login", at));
    }

    /// "Look at this account now."
    public void pollWanted(Connection connection, AccountKey account, String why, Instant at) {
        pollWanted(connection, account, Long.toString(connection.generation()), why, at);
    }

    private void pollWanted(Connection connection, AccountKey account, String because, String why, Instant at) {
        String id = account + "/poll/" + connection.id() + "/" + because;
        outbox.write(
                Topic.POLL_REQUESTS,
                account.toString(),
                new CloudEvent(id, PollRequested.EVENT_TYPE, SOURCE, account.toString(), at, connection.tenant()),
                new PollRequested(account, connection.tenant(), null, why, at));
    }

    private void connected(Connection connection, ReachedAccount account, String because) {
        String key = account.account().toString();
        outbox.write(
                Topic.ACCOUNTS,
                key,
                new CloudEvent(
                        key + "/connected/" + because,
                        ConnectedAccount.EVENT_TYPE,
                        SOURCE,
                        key,
                        connection.connectedAt(),
                        connection.tenant()),
                new ConnectedAccount(
                        account.account(),
                        connection.tenant(),
                        connection.id(),
                        connection.kind(),
                        account.name(),
                        connection.businessName(),
                        connection.grantedScopes(),
                        connection.connectedAt(),
                        account.connectedAs().orElse(null),
                        account.callParameters()));
    }
}
