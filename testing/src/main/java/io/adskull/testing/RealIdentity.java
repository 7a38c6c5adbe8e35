package io.adskull.testing;

import com.nimbusds.oauth2.sdk.GrantType;
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
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/// An OIDC provider for a `@QuarkusTest`, with a sign-in page that believes everybody, and bearer tokens from it.
/// Injected into a test's fields of this type.
public class RealIdentity implements QuarkusTestResourceLifecycleManager {
    private static final String ISSUER = "adskull";
    private static final String STRANGER = "another-issuer";
    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    private final AtomicLong firstSessionSeconds = new AtomicLong(LIFETIME.toSeconds());
    private @Nullable MockOAuth2Server server;

    @Override
    public Map<String, String> start() {
        var started = new MockOAuth2Server(new OAuth2Config(
                true,
                null,
                null,
                false,
                new OAuth2TokenProvider(),
                Set.of(
                        new ClaimsFromRequest(ISSUER, firstSessionSeconds),
                        new ClaimsFromRequest(STRANGER, firstSessionSeconds))));
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

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(RealIdentity.class));
    }

    /// Who signs in from now on has tokens for so long, and for the usual time once they are renewed.
    public void sessionsBeginWith(Duration length) {
        firstSessionSeconds.set(length.toSeconds());
    }

    /// What a person types beside the name on the sign-in page, as JSON.
    public static String claims(String tenant, String... groups) {
        String roles = Stream.of(groups).map(group -> '"' + group + '"').collect(Collectors.joining(","));
        return "{\"tenant\": \"%s\", \"groups\": [%s]}".formatted(tenant, roles);
    }

    /// A bearer token of a person or service.
    public static String token(String user, String tenant, String... groups) {
        return tokenFor(ISSUER, user, tenant, groups);
    }

    /// The same for another audience than this system's.
    public static String tokenFor(String audience, String user, String tenant, String... groups) {
        return request(issuer(), Map.of("aud", audience), user, tenant, groups);
    }

    /// One that ended long before it is shown, and is right in all else.
    public static String endedToken(String user, String tenant, String... groups) {
        return request(issuer(), Map.of("lifetime", "-PT1H"), user, tenant, groups);
    }

    /// One that an issuer signed that this system does not know, and is right in all else.
    public static String strangersToken(String user, String tenant, String... groups) {
        return request(stranger(), Map.of(), user, tenant, groups);
    }

    /// The same, where the stranger claims to be this system's own issuer.
    public static String forgedToken(String user, String tenant, String... groups) {
        return request(stranger(), Map.of("iss", issuer()), user, tenant, groups);
    }

    private static String stranger() {
        return issuer().replaceAll("/" + ISSUER + "$", "/" + STRANGER);
    }

    private static String issuer() {
        return ConfigProvider.getConfig().getValue("adskull.test.issuer", String.class);
    }

    private static String request(
            String issuer, Map<String, String> wishes, String user, String tenant, String... groups) {
        Map<String, String> parameters = new LinkedHashMap<>(Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                user,
                "client_secret",
                "any",
                "scope",
                "openid",
                "tenant",
                tenant,
                "groups",
                String.join(" ", groups)));
        parameters.putAll(wishes);
        String form = parameters.entrySet().stream()
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

    /// Puts what a program's request names into the token: tenant and groups; one that names none is a service.
    /// What a person typed on the sign-in page is added to it.
    private record ClaimsFromRequest(String issuerId, AtomicLong firstSessionSeconds) implements OAuth2TokenCallback {
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
            Map<String, Object> claims = new LinkedHashMap<>();
            GrantType grant = request.getAuthorizationGrant().getType();
            if (grant.equals(GrantType.CLIENT_CREDENTIALS)) {
                claims.put("tenant", parameter(request, "tenant", "none"));
                claims.put(
                        "groups",
                        List.of(parameter(request, "groups", "service").split(" ")));
            }
            boolean signsIn = grant.equals(GrantType.AUTHORIZATION_CODE);
            Duration usual = signsIn ? Duration.ofSeconds(firstSessionSeconds.get()) : LIFETIME;
            Duration lifetime = Duration.parse(parameter(request, "lifetime", usual.toString()));
            claims.put("exp", Date.from(Instant.now().plus(lifetime)));
            String issuer = parameter(request, "iss", "");
            if (!issuer.isEmpty()) {
                claims.put("iss", issuer);
            }
            return claims;
        }

        @Override
        public long tokenExpiry() {
            return LIFETIME.toSeconds();
        }

        private static String parameter(TokenRequest request, String name, String otherwise) {
            List<String> values = request.getCustomParameters().get(name);
            return values == null || values.isEmpty() ? otherwise : values.getFirst();
        }
    }
}
