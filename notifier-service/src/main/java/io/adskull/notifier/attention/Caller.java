package io.adskull.notifier.attention;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
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

    /// The tenant, when the caller may act for it; viewers may not.
    ///
    /// @throws UnauthorizedException when nobody is signed in
    /// @throws ForbiddenException when the token names no tenant, or no role that may act
    String tenantToChange() {
        if (identity.isAnonymous()) {
            throw new UnauthorizedException();
        }
        if (!identity.hasRole("operator") && !identity.hasRole("admin")) {
            throw new ForbiddenException();
        }
        return Optional.of(identity.getPrincipal())
                .filter(JsonWebToken.class::isInstance)
                .map(JsonWebToken.class::cast)
                .<Object>map(token -> token.getClaim("tenant"))
                .map(Object::toString)
                .filter(tenant -> !tenant.isBlank())
                .orElseThrow(ForbiddenException::new);
    }

    String name() {
        return identity.getPrincipal().getName();
    }
}
