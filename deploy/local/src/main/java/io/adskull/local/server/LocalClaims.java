package io.adskull.local.server;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResourceOwnerPasswordCredentialsGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

/// Who is who locally: a program that shows client credentials is a service, a person may do everything.
public final class LocalClaims implements OAuth2TokenCallback {

    /// Path segment of the issuer's address.
    public static final String ISSUER = "adskull";

    /// The customer whose accounts the demo connects.
    public static final String TENANT = "demo";

    private static final List<String> PERSON = List.of("viewer", "operator", "admin", "staff");
    private static final List<String> SERVICE = List.of("service");
    private static final Duration LIFETIME = Duration.ofHours(12);

    @Override
    public String issuerId() {
        return ISSUER;
    }

    @Override
    public String subject(TokenRequest request) {
        if (request.getAuthorizationGrant() instanceof ResourceOwnerPasswordCredentialsGrant person) {
            return person.getUsername();
        }
        return clientId(request);
    }

    @Override
    public String typeHeader(TokenRequest request) {
        return "JWT";
    }

    @Override
    public List<String> audience(TokenRequest request) {
        return List.of(ISSUER);
    }

    @Override
    public Map<String, Object> addClaims(TokenRequest request) {
        boolean service = GrantType.CLIENT_CREDENTIALS.equals(
                request.getAuthorizationGrant().getType());
        return Map.of("tenant", TENANT, "groups", service ? SERVICE : PERSON, "azp", clientId(request));
    }

    @Override
    public long tokenExpiry() {
        return LIFETIME.toSeconds();
    }

    private static String clientId(TokenRequest request) {
        if (request.getClientAuthentication() != null) {
            return request.getClientAuthentication().getClientID().getValue();
        }
        return request.getClientID() == null ? "unknown" : request.getClientID().getValue();
    }
}
