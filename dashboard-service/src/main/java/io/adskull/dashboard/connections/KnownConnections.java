package io.adskull.dashboard.connections;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class KnownConnections implements PanacheRepositoryBase<KnownConnectionRow, UUID> {}
