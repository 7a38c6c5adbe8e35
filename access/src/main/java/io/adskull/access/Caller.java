package io.adskull.access;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// On whose behalf a request is made: the bearer token's tenant, or the anonymous tenant where the environment
/// names one (a developer's machine).
@RequestScoped
public class Caller {
    private final SecurityIdentity identity;
    private final Optional<String> anonymousTenant;

    Caller(
            SecurityIdentity identity,
            @ConfigProperty(name = "adskull.anonymous-tenant") Optional<String> anonymousTenant) {
        this.identity = identity;
        this.anonymousTenant = anonymousTenant;
    }

    /// @throws UnauthorizedException when nobody is signed in and nobody need not be
    /// @throws ForbiddenException when the token names no tenant
    public String tenant() {
        if (identity.isAnonymous()) {
            return anonymousTenant.orElseThrow(UnauthorizedException::new);
        }
        return Optional.of(identity.getPrincipal())
                .filter(JsonWebToken.class::isInstance)
                .map(JsonWebToken.class::cast)
                .<Object>map(token -> token.getClaim("tenant"))
                .map(Object::toString)
                .filter(tenant -> !tenant.isBlank())
                .orElseThrow(ForbiddenException::new);
    }

    /// The tenant, when the caller may connect and disconnect for it; viewers may not.
    public String tenantToChange() {
        String tenant = tenant();
        if (!identity.isAnonymous() && !identity.hasRole("operator") && !identity.hasRole("admin")) {
            throw new ForbiddenException();
        }
        return tenant;
    }

    /// Who calls, for people to read.
    public String name() {
        return identity.isAnonymous() ? "somebody" : identity.getPrincipal().getName();
    }
}
