package io.adskull.notifier.directory;

import io.adskull.contract.account.AccountKey;
import io.adskull.notifier.PlainSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Each tenant's labels of its accounts; one tenant's are never another's, also where both have the account.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class AccountLabels {
    private final EntityManager entities;
    private final PlainSql sql;

    AccountLabels(EntityManager entities, PlainSql sql) {
        this.entities = entities;
        this.sql = sql;
    }

    Set<Label> of(String tenant, AccountKey account) {
        return sql
                .rows(
                        String.class,
                        "select unnest(labels) from account_labels where tenant = ? and account = ?",
                        tenant,
                        account.toString())
                .stream()
                .map(Label::new)
                .collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked")
    SortedMap<String, SortedSet<Label>> all(String tenant) {
        List<Object[]> rows = entities.createNativeQuery(
                        "select account, labels from account_labels where tenant = :tenant", Object[].class)
                .setParameter("tenant", tenant)
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> (String) row[0],
                        row -> Arrays.stream((String[]) row[1])
                                .map(Label::new)
                                .collect(Collectors.toCollection(TreeSet::new)),
                        (one, other) -> one,
                        TreeMap::new));
    }

    /// @param labels all that it has from now on
    void become(String tenant, AccountKey account, SortedSet<Label> labels) {
        if (labels.isEmpty()) {
            sql.update("delete from account_labels where tenant = ? and account = ?", tenant, account.toString());
            return;
        }
        sql.update(
                """
                insert into account_labels (tenant, account, labels) values (?, ?, ?)
                on conflict (tenant, account) do update set labels = excluded.labels
                """,
                tenant,
                account.toString(),
                labels.stream().map(Label::text).toArray(String[]::new));
    }
}
