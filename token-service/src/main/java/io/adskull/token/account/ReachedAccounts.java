package io.adskull.token.account;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectionId;
import io.adskull.token.platform.GrantedAccount;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Which connection reaches which ad account. Two connections may reach the same one: the newest consent speaks
/// for it.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ReachedAccounts implements PanacheRepositoryBase<ReachedAccount, ReachedAccount.Key> {

    public List<ReachedAccount> of(ConnectionId connection) {
        return list("connectionId = ?1 order by accountKey", connection.value());
    }

    /// Makes `granted` what the connection reaches.
    ///
    /// @param complete whether that is all; else those of before are kept
    /// @return the accounts that it reached before and does not reach now
    public List<AccountKey> replace(
            ConnectionId connection, Map<AccountKey, GrantedAccount> granted, boolean complete) {
        List<ReachedAccount> before = of(connection);
        List<ReachedAccount> lost = before.stream()
                .filter(account -> complete && !granted.containsKey(account.account()))
                .toList();
        lost.forEach(this::delete);
        Map<AccountKey, ReachedAccount> kept =
                before.stream().collect(Collectors.toMap(ReachedAccount::account, Function.identity()));
        granted.forEach((account, said) -> {
            if (kept.containsKey(account)) {
                kept.get(account).granted(said);
            } else {
                persist(new ReachedAccount(connection, said));
            }
        });
        flush();
        return lost.stream().map(ReachedAccount::account).toList();
    }

    /// The account as reached by the newest consent, other than that of `except`.
    Optional<ReachedAccount> spokenFor(AccountKey account, Optional<ConnectionId> except) {
        return getEntityManager()
                .createQuery("""
                        select a from ReachedAccount a join Connection c on c.id = a.connectionId
                        where a.accountKey = :account and (:except is null or c.id <> :except)
                        order by c.connectedAt desc
                        """, ReachedAccount.class)
                .setParameter("account", account.toString())
                .setParameter("except", except.map(ConnectionId::value).orElse(null))
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
