package io.adskull.dashboard.access;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.common.runtime.OidcCommonUtils;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Decides the tenant of a request: the access token's claim, else the anonymous tenant where one is configured. A
/// token without the claim belongs to nobody and may do nothing, whatever its roles.
@ApplicationScoped
public class TenantIdentity implements SecurityIdentityAugmentor {
    static final String TENANT = "tenant";

    private final Optional<String> anonymousTenant;

    TenantIdentity(AccessSettings settings) {
        this.anonymousTenant = settings.anonymousTenant().filter(tenant -> !tenant.isBlank());
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom().item(identity.isAnonymous() ? anonymous(identity) : withTenant(identity));
    }

    private SecurityIdentity anonymous(SecurityIdentity identity) {
        return anonymousTenant
                .map(tenant -> (SecurityIdentity) QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal("anonymous of " + tenant))
                        .setAnonymous(false)
                        .addRoles(Set.of(Role.VIEWER, Role.OPERATOR, Role.ADMIN, Role.STAFF))
                        .addAttribute(TENANT, tenant)
                        .build())
                .orElse(identity);
    }

    private static SecurityIdentity withTenant(SecurityIdentity identity) {
        Optional<String> claimed = claimed(identity).map(Object::toString).filter(tenant -> !tenant.isBlank());
        if (claimed.isPresent()) {
            return QuarkusSecurityIdentity.builder(identity)
                    .addAttribute(TENANT, claimed.get())
                    .build();
        }
        // Who may do nothing must still be able to sign out.
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addCredentials(identity.getCredentials())
                .setAnonymous(false)
                .build();
    }

    /// A person who signed in shows two tokens. The access token counts, which was checked as well, because
    /// notifier-service is asked with the same one.
    private static Optional<Object> claimed(SecurityIdentity identity) {
        if (identity.getCredential(IdTokenCredential.class) != null) {
            AccessTokenCredential access = identity.getCredential(AccessTokenCredential.class);
            return Optional.ofNullable(access)
                    .map(token -> OidcCommonUtils.decodeJwtContent(token.getToken()))
                    .map(claims -> claims.getValue(TENANT));
        }
        return identity.getPrincipal() instanceof JsonWebToken token ? token.claim(TENANT) : Optional.empty();
    }
}
