package io.adskull.dashboard.notifier;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;
import org.jspecify.annotations.Nullable;

/// Shows notifier-service the viewer's own access token, wherever it came from: a program's header or a person's
/// session. Nothing is shown for whoever has none, and notifier-service decides what that may.
@ApplicationScoped
class AsViewer implements ClientHeadersFactory {
    private final SecurityIdentity viewer;

    AsViewer(SecurityIdentity viewer) {
        this.viewer = viewer;
    }

    @Override
    public MultivaluedMap<String, String> update(
            MultivaluedMap<String, String> incoming, MultivaluedMap<String, String> outgoing) {
        var headers = new MultivaluedHashMap<String, String>();
        @Nullable AccessTokenCredential token = viewer.getCredential(AccessTokenCredential.class);
        if (token != null) {
            headers.putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token.getToken());
        }
        return headers;
    }
}
