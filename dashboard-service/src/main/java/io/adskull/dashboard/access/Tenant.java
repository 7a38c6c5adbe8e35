package io.adskull.dashboard.access;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;

/// The tenant of the request that runs now.
@RequestScoped
public class Tenant {
    private final SecurityIdentity identity;

    Tenant(SecurityIdentity identity) {
        this.identity = identity;
    }

    /// @throws UnauthorizedException when the request has no tenant
    public String name() {
        String tenant = identity.getAttribute(TenantIdentity.TENANT);
        if (tenant == null) {
            throw new UnauthorizedException("no tenant");
        }
        return tenant;
    }

    /// Whether this person may connect and disconnect accounts and say where alerts go; viewers may not.
    public boolean mayChange() {
        return identity.hasRole(Role.OPERATOR) || identity.hasRole(Role.ADMIN);
    }
}
