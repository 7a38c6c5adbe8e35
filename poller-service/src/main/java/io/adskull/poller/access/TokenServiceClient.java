package io.adskull.poller.access;

import io.adskull.contract.account.ConnectionId;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/// The one synchronous call between services. A refusal is an answer and is never repeated; all else is tried
/// three times.
@Path("/internal/access-tokens")
@RegisterRestClient(configKey = "token-service")
@OidcClientFilter
public interface TokenServiceClient {

    /// @throws TokenRefused when the connection is unknown (404) or dead (409)
    @GET
    @Path("/{connection}")
    @Produces(MediaType.APPLICATION_JSON)
    @Timeout(value = 5, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 2, delay = 200, jitter = 100, abortOn = TokenRefused.class)
    @CircuitBreaker(requestVolumeThreshold = 20, delay = 5000, skipOn = TokenRefused.class)
    Body accessToken(@PathParam("connection") ConnectionId connection);

    /// @param tokenSecret absent where calls are not signed
    /// @param expiresAt absent: does not end by time
    record Body(
            String accessToken,
            @Nullable String tokenSecret,
            @Nullable Instant expiresAt) {
        AccessToken token() {
            return new AccessToken(accessToken, Optional.ofNullable(tokenSecret), Optional.ofNullable(expiresAt));
        }

        @Override
        public String toString() {
            return "Body[accessToken=hidden, expiresAt=" + expiresAt + "]";
        }
    }

    /// token-service has answered, and the answer is no.
    class TokenRefused extends RuntimeException {
        TokenRefused(String why) {
            super(why);
        }
    }

    @ClientExceptionMapper
    static @Nullable RuntimeException refusal(Response response) {
        return switch (response.getStatus()) {
            case 404 -> new TokenRefused("token-service does not know the connection");
            case 409 -> new TokenRefused("the connection needs a reconnect");
            default -> null;
        };
    }
}
