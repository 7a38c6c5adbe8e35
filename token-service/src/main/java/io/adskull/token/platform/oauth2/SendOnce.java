package io.adskull.token.platform.oauth2;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcEndpoint;
import io.quarkus.oidc.common.OidcRequestFilter;
import jakarta.enterprise.context.ApplicationScoped;

/// Lets each token request out once. The OIDC client sends one again when its connection broke, and cannot be told not
/// to; by then the platform may have used up the code or refresh token in it.
@ApplicationScoped
@Unremovable
@OidcEndpoint({OidcEndpoint.Type.TOKEN, OidcEndpoint.Type.TOKEN_REVOCATION})
public class SendOnce implements OidcRequestFilter {
    private static final String SENT = "adskull-sent";

    @Override
    public void filter(OidcRequestContext request) {
        String client = request.contextProperties().getString(TokenEndpointFilter.CLIENT_ID);
        if (client == null || !client.startsWith(TokenEndpointFilter.CLIENT_PREFIX)) {
            return;
        }
        if (request.contextProperties().get(SENT) != null) {
            throw new IllegalStateException("a token request is not repeated");
        }
        request.contextProperties().put(SENT, true);
    }
}
