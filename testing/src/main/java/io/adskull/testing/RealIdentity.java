package io.adskull.testing;

import com.nimbusds.oauth2.sdk.TokenRequest;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/// An OIDC provider for a `@QuarkusTest`, and bearer tokens from it.
public class RealIdentity implements QuarkusTestResourceLifecycleManager {
    private static final String ISSUER = "adskull";
    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    private @Nullable MockOAuth2Server server;

    @Override
    public Map<String, String> start() {
        var started = new MockOAuth2Server(
                new OAuth2Config(false, null, null, false, new OAuth2TokenProvider(), Set.of(new ClaimsFromRequest())));
        started.start();
        server = started;
        String issuer = started.issuerUrl(ISSUER).toString();
        return Map.of(
                "quarkus.oidc.auth-server-url", issuer,
                "quarkus.oidc-client.auth-server-url", issuer,
                "quarkus.oidc-client.client-id", "test-service",
                "quarkus.oidc-client.credentials.secret", "test-secret",
                "adskull.test.issuer", issuer);
    }

    @Override
    public void stop() {
        if (server != null) {
            server.shutdown();
        }
    }

    /// A bearer token of a person or service.
    public static String token(String user, String tenant, String... groups) {
        return tokenFor(ISSUER, user, tenant, groups);
    }

    /// The same for another audience than this system's.
    public static String tokenFor(String audience, String user, String tenant, String... groups) {
        String issuer = ConfigProvider.getConfig().getValue("adskull.test.issuer", String.class);
        String form = Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        user,
                        "client_secret",
                        "any",
                        "scope",
                        "openid",
                        "aud",
                        audience,
                        "tenant",
                        tenant,
                        "groups",
                        String.join(" ", groups))
                .entrySet()
                .stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/token"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            Matcher token = ACCESS_TOKEN.matcher(
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body());
            if (!token.find()) {
                throw new IllegalStateException("the test identity provider gave no token");
            }
            return token.group(1);
        } catch (IOException e) {
            throw new IllegalStateException("the test identity provider does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking for a token", e);
        }
    }

    /// Puts what the request names into the token: tenant and groups; a client that names none is a service.
    private record ClaimsFromRequest() implements OAuth2TokenCallback {
        @Override
        public String issuerId() {
            return ISSUER;
        }

        @Override
        public String subject(TokenRequest request) {
            return request.getClientAuthentication().getClientID().getValue();
        }

        @Override
        public String typeHeader(TokenRequest request) {
            return "JWT";
        }

        @Override
        public List<String> audience(TokenRequest request) {
            return List.of(parameter(request, "aud", ISSUER));
        }

        @Override
        public Map<String, Object> addClaims(TokenRequest request) {
            return Map.of(
                    "tenant", parameter(request, "tenant", "none"),
                    "groups", List.of(parameter(request, "groups", "service").split(" ")));
        }

        @Override
        public long tokenExpiry() {
            return Duration.ofHours(1).toSeconds();
        }

        private static String parameter(TokenRequest request, String name, String otherwise) {
            List<String> values = request.getCustomParameters().get(name);
            return values == null || values.isEmpty() ? otherwise : values.getFirst();
        }
    }
}
