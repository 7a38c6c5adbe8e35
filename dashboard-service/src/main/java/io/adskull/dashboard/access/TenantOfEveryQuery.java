package io.adskull.dashboard.access;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;
import jakarta.enterprise.context.RequestScoped;

/// Hibernate asks it for every session and adds the tenant to every query of every entity, so that a query which
/// forgets the tenant cannot be written.
@RequestScoped
@PersistenceUnitExtension
public class TenantOfEveryQuery implements TenantResolver {
    private final Tenant tenant;

    TenantOfEveryQuery(Tenant tenant) {
        this.tenant = tenant;
    }

    /// Outside a request nobody's rows are seen.
    @Override
    public String getDefaultTenantId() {
        return "";
    }

    @Override
    public String resolveTenantId() {
        return tenant.name();
    }
}
