package io.adskull.token.platform.oauth2;

import io.adskull.diagnosis.Answer;
import io.adskull.token.platform.http.PlatformGuards;
import io.adskull.token.platform.http.PlatformSettings;
import io.adskull.vault.Secret;
import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.client.Tokens;
import io.quarkus.oidc.client.runtime.OidcClientConfig;
import io.quarkus.oidc.common.runtime.config.OidcClientCommonConfig.Credentials.Secret.Method;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// A platform's token endpoint, through an OIDC client of its own. A token request is never repeated blindly: the code
/// or refresh token in it may be used up although the answer was lost.
@Singleton
class TokenEndpoint {
    private final OidcClients clients;
    private final PlatformGuards guards;
    private final Map<String, OidcClient> known = new ConcurrentHashMap<>();

    private final Duration patience;

    TokenEndpoint(OidcClients clients, PlatformGuards guards, PlatformSettings settings) {
        this.clients = clients;
        this.guards = guards;
        this.patience = settings.patience();
    }

    TokenReply redeem(OAuth2Profile profile, Map<String, String> form) {
        return ask(profile, profile.tokenUrl(), client -> client.getTokens(form));
    }

    TokenReply refresh(OAuth2Profile profile, Secret refreshToken) {
        return ask(profile, profile.tokenUrl(), client -> client.refreshTokens(refreshToken.value()));
    }

    /// Empty when it worked.
    Optional<Answer> revoke(OAuth2Profile profile, URI revokeUrl, Secret token) {
        Answer answer = answer(profile, revokeUrl, client -> client.revokeAccessToken(token.value()));
        return answer.httpStatus().equals(Optional.of(200)) ? Optional.empty() : Optional.of(answer);
    }

    private TokenReply ask(OAuth2Profile profile, URI url, Function<OidcClient, Uni<Tokens>> call) {
        var tokens = new AtomicReference<Tokens>();
        Answer answer = answer(profile, url, client -> call.apply(client).invoke(tokens::set));
        return tokens.get() == null
                ? new TokenReply.Failed(answer)
                : new TokenReply.Issued(new TokenAnswer(tokens.get()));
    }

    private <T> Answer answer(OAuth2Profile profile, URI url, Function<OidcClient, Uni<T>> call) {
        return guards.call(profile.platform(), url.getPath(), () -> {
            try {
                call.apply(client(profile)).await().atMost(patience);
                return new Answer(
                        profile.platform(),
                        Optional.of(url.getPath()),
                        Optional.of(200),
                        Optional.empty(),
                        Map.of(),
                        new byte[0]);
            } catch (TokenEndpointFilter.NoToken e) {
                return new Answer(
                        profile.platform(),
                        Optional.of(url.getPath()),
                        Optional.of(e.status()),
                        Optional.empty(),
                        e.headers(),
                        e.body());
            } catch (TimeoutException e) {
                return PlatformGuards.noAnswer(profile.platform(), url.getPath(), "timeout");
            } catch (RuntimeException e) {
                return PlatformGuards.noAnswer(profile.platform(), url.getPath(), "connection failed");
            }
        });
    }

    private OidcClient client(OAuth2Profile profile) {
        return known.computeIfAbsent(
                profile.platform().id() + ":" + profile.kind(),
                name -> clients.newClient(settings(profile, name)).await().atMost(patience));
    }

    private static OidcClientConfig settings(OAuth2Profile profile, String name) {
        var settings = OidcClientConfig.builder()
                .id(TokenEndpointFilter.CLIENT_PREFIX + name)
                .discoveryEnabled(false)
                .tokenPath(profile.tokenUrl().toString())
                .clientId(profile.app().id().orElseThrow())
                .credentials()
                .clientSecret(
                        profile.app().secret().orElseThrow().value(),
                        profile.clientAuthentication() == OAuth2Profile.ClientAuthentication.BASIC
                                ? Method.BASIC
                                : Method.POST)
                .end()
                .grant()
                .type(OidcClientConfig.Grant.Type.CODE)
                // Lifetimes are read leniently elsewhere: a strange one must not cost a rotated token.
                .expiresInProperty("")
                .refreshExpiresInProperty("")
                .end()
                .headers(profile.headers())
                // The client knows no zero; see SendOnce.
                .connectionRetryCount(1)
                .followRedirects(false)
                .earlyTokensAcquisition(false);
        profile.revokeUrl().ifPresent(url -> settings.revokePath(url.toString()));
        return settings.build();
    }
}
