package io.adskull.dashboard.overview;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class TransitionRepository implements PanacheRepositoryBase<TransitionRow, String> {

    List<TransitionRow> of(UUID incident) {
        return list("incident", Sort.by("at").and("eventId"), incident);
    }
}
