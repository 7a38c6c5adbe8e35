package io.adskull.poller.ingest;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Reads from the bearer token on whose behalf a request is made.
@RequestScoped
class Caller {
    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /// @throws ForbiddenException when the token is a person's and names no tenant
    Giver giver() {
        if (identity.hasRole(Role.SERVICE)) {
            return new Giver.Service(identity.getPrincipal().getName());
        }
        return Optional.of(identity.getPrincipal())
                .filter(JsonWebToken.class::isInstance)
                .map(JsonWebToken.class::cast)
                .<Object>map(token -> token.getClaim("tenant"))
                .map(Object::toString)
                .filter(tenant -> !tenant.isBlank())
                .map(Giver.Person::new)
                .orElseThrow(ForbiddenException::new);
    }
}
