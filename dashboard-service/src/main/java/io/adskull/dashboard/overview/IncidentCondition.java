package io.adskull.dashboard.overview;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.Platform;
import java.util.HashMap;
import java.util.Map;

/// What the incidents of a query have in common, for Hibernate.
record IncidentCondition(String text, Map<String, Object> values) {
    private static final IncidentCondition ALL = new IncidentCondition("1 = 1", Map.of());

    static IncidentCondition of(IncidentQuery query) {
        IncidentFilter filter = query.filter();
        IncidentCondition condition = ALL;
        if (query.state().isPresent()) {
            condition = condition.and(
                    "state = :state", Map.of("state", query.state().get()));
        }
        if (query.account().isPresent()) {
            AccountKey account = query.account().get();
            condition = condition.and("account = :account", Map.of("account", account.toString()));
        }
        if (filter.severity().isPresent()) {
            condition = condition.and(
                    "severity = :severity", Map.of("severity", filter.severity().get()));
        }
        if (filter.platform().isPresent()) {
            Platform platform = filter.platform().get();
            condition = condition.and("account like :platform", Map.of("platform", platform.id() + "/%"));
        }
        if (filter.actor().isPresent()) {
            condition = condition.and(
                    "actor = :actor", Map.of("actor", filter.actor().get()));
        }
        for (String pattern : new Search(filter.search()).patterns()) {
            String name = "word" + condition.values().size();
            condition = condition.and("words like :" + name + " escape '\\'", Map.of(name, pattern));
        }
        return condition;
    }

    /// Those that follow the last that was shown.
    IncidentCondition after(IncidentQuery query) {
        if (query.after().isEmpty()) {
            return this;
        }
        IncidentCursor last = query.after().get();
        String older = "(%1$s < :at or (%1$s = :at and id > :id))".formatted(query.newness());
        return switch (query.order()) {
            case NEWEST -> and(older, Map.of("at", last.at(), "id", last.id()));
            case WORST ->
                and(
                        "(health > :health or (health = :health and " + older + "))",
                        Map.of("health", last.health().orElse(Health.BROKEN), "at", last.at(), "id", last.id()));
        };
    }

    private IncidentCondition and(String further, Map<String, Object> named) {
        Map<String, Object> all = new HashMap<>(values);
        all.putAll(named);
        return new IncidentCondition(text + " and " + further, all);
    }
}
