package io.adskull.dashboard.access;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/// Who looks at a page, for every template as `inject:viewer`. Never fails, so that a page about a failed sign-in
/// can be shown as well.
@Named("viewer")
@ApplicationScoped
public class Viewer {
    private static final Set<String> ROLES = Set.of(Role.VIEWER, Role.OPERATOR, Role.ADMIN, Role.STAFF);

    private final CurrentVertxRequest request;

    Viewer(CurrentVertxRequest request) {
        this.request = request;
    }

    /// Whether it is known who looks.
    public boolean known() {
        return identity().filter(identity -> !identity.isAnonymous()).isPresent();
    }

    /// Whether this person came in through the sign-in page and can sign out again.
    public boolean signedIn() {
        return identity()
                .map(identity -> identity.getCredential(IdTokenCredential.class))
                .isPresent();
    }

    /// Whether nobody signs in here, and everybody acts for one tenant.
    public boolean local() {
        return known() && !(identity().orElseThrow().getPrincipal() instanceof JsonWebToken);
    }

    /// What people call this person.
    public String name() {
        return identity()
                .map(SecurityIdentity::getPrincipal)
                .map(principal -> principal instanceof JsonWebToken token ? named(token) : principal.getName())
                .orElse("");
    }

    /// Whose accounts are shown; empty where the login names nobody's.
    public String tenant() {
        return identity()
                .map(identity -> identity.<String>getAttribute(TenantIdentity.TENANT))
                .orElse("");
    }

    /// Whether the login names a tenant and at least one role.
    public boolean belongs() {
        return !tenant().isEmpty()
                && identity().stream()
                        .flatMap(identity -> identity.getRoles().stream())
                        .anyMatch(ROLES::contains);
    }

    /// Whether this person may connect, disconnect, re-test and say where alerts go.
    public boolean mayChange() {
        return identity()
                .filter(identity -> identity.hasRole(Role.OPERATOR) || identity.hasRole(Role.ADMIN))
                .isPresent();
    }

    private Optional<SecurityIdentity> identity() {
        @Nullable RoutingContext now = request.getCurrent();
        return now != null && now.user() instanceof QuarkusHttpUser user
                ? Optional.of(user.getSecurityIdentity())
                : Optional.empty();
    }

    private static String named(JsonWebToken token) {
        return Stream.of("name", "preferred_username", "email")
                .map(claim -> token.<@Nullable Object>getClaim(claim))
                .filter(value -> value != null && !value.toString().isBlank())
                .map(String::valueOf)
                .findFirst()
                .orElse(String.valueOf(token.getName()));
    }
}
