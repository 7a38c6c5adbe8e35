package io.adskull.notifier.routing;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectedAccount;
import io.adskull.contract.account.ConnectionId;
import io.adskull.notifier.PlainSql;
import io.adskull.notifier.channel.Untrusted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/// The accounts that each connection reaches, by the names people know them by.
@ApplicationScoped
@Transactional
class ReachedAccounts {
    private static final int NAME = 80;

    private final EntityManager entities;
    private final PlainSql sql;

    ReachedAccounts(EntityManager entities, PlainSql sql) {
        this.entities = entities;
        this.sql = sql;
    }

    void remember(ConnectedAccount account) {
        String name = Untrusted.line(account.name(), NAME);
        entities.createNativeQuery("""
                        insert into reached_account (account, connection, name) values (:account, :connection, :name)
                        on conflict (account) do update set connection = excluded.connection, name = excluded.name
                        """)
                .setParameter("account", account.account().toString())
                .setParameter("connection", account.connection().value())
                .setParameter("name", name.isEmpty() ? account.account().accountId() : name)
                .executeUpdate();
    }

    void forget(AccountKey account) {
        entities.createNativeQuery("delete from reached_account where account = :account")
                .setParameter("account", account.toString())
                .executeUpdate();
    }

    /// Whether the connection is known to reach one account and no other.
    boolean reachesOne(ConnectionId connection) {
        return sql.rows(Integer.class, "select 1 from reached_account where connection = ? limit 2", connection.value())
                        .size()
                == 1;
    }

    /// The names in order, some perhaps twice.
    @SuppressWarnings("unchecked")
    List<String> namesOf(ConnectionId connection) {
        return List.<String>copyOf(entities.createNativeQuery(
                        "select name from reached_account where connection = :connection order by name, account",
                        String.class)
                .setParameter("connection", connection.value())
                .getResultList());
    }
}
