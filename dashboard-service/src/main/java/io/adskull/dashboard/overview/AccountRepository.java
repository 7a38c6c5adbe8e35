package io.adskull.dashboard.overview;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class AccountRepository implements PanacheRepositoryBase<AccountRow, String> {
    private static final String COUNT = "select new io.adskull.dashboard.overview.AccountCount("
            + "cast(%1$s as string), health, count(*)) from AccountRow where %2$s group by %1$s, health";

    Optional<AccountRow> connected(String key) {
        return find("key = ?1 and disconnectedAt is null", key).firstResultOptional();
    }

    /// In no order.
    List<AccountRow> connected(Collection<String> keys) {
        return keys.isEmpty() ? List.of() : list("key in ?1 and disconnectedAt is null", keys);
    }

    /// The worst first.
    List<AccountRow> first(int limit) {
        return find("disconnectedAt is null order by health, words")
                .range(0, limit - 1)
                .list();
    }

    /// Those that follow in the order of `first`.
    List<AccountRow> after(AccountRow last, int limit) {
        return find(
                        "disconnectedAt is null and (health > ?1 or (health = ?1 and words > ?2)) order by health, words",
                        last.health,
                        last.words)
                .range(0, limit - 1)
                .list();
    }

    /// In the order of their names.
    List<AccountRow> byName(int limit) {
        return find("disconnectedAt is null order by words").range(0, limit - 1).list();
    }

    /// The first page that the query asks for, if there were no other.
    List<AccountRow> page(AccountQuery query, int page) {
        Condition condition = Condition.of(query);
        String order = query.grouping()
                .map(by -> "min(health) over (partition by %1$s), %1$s, health, words".formatted(by.attribute()))
                .orElse("health, words");
        var rows = getEntityManager()
                .createQuery("from AccountRow where " + condition.text() + " order by " + order, AccountRow.class);
        condition.values().forEach(rows::setParameter);
        return rows.setFirstResult((page - 1) * AccountQuery.SIZE)
                .setMaxResults(AccountQuery.SIZE)
                .getResultList();
    }

    /// Of all that match, by platform.
    List<AccountCount> byPlatform(AccountQuery query) {
        return counted("platform", Condition.of(query));
    }

    /// Of all that match in these groups.
    List<AccountCount> byGroup(AccountQuery query, Grouping grouping, Collection<?> groups) {
        Condition condition = Condition.of(query).and(grouping.attribute() + " in :groups", "groups", groups);
        return counted(grouping.attribute(), condition);
    }

    private List<AccountCount> counted(String attribute, Condition condition) {
        var counts = getEntityManager().createQuery(COUNT.formatted(attribute, condition.text()), AccountCount.class);
        condition.values().forEach(counts::setParameter);
        return counts.getResultList();
    }

    /// What the accounts of a query have in common.
    private record Condition(String text, Map<String, Object> values) {
        static Condition of(AccountQuery query) {
            Condition condition = new Condition("disconnectedAt is null", Map.of());
            for (String pattern : new Search(query.search()).patterns()) {
                String name = "word" + condition.values().size();
                condition = condition.and("words like :" + name + " escape '\\'", name, pattern);
            }
            if (query.health().isPresent()) {
                condition = condition.and(
                        "health = :health", "health", query.health().get());
            }
            if (query.platform().isPresent()) {
                condition = condition.and(
                        "platform = :platform",
                        "platform",
                        query.platform().get().id());
            }
            return condition;
        }

        Condition and(String further, String name, Object value) {
            Map<String, Object> all = new HashMap<>(values);
            all.put(name, value);
            return new Condition(text + " and " + further, all);
        }
    }
}
