package io.adskull.token.access;

import io.adskull.access.Problem;
import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.account.ConnectionId;
import io.adskull.vault.Secret;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Access tokens for authenticated services and nobody else.
@Path("/internal/access-tokens")
@Blocking
public class AccessTokenResource {
    private final AccessTokens tokens;

    AccessTokenResource(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @GET
    @Path("/{connectionId}")
    @RolesAllowed("service")
    public Response accessToken(String connectionId) {
        return switch (outcome(connectionId)) {
            case AccessOutcome.Available(var token, var tokenSecret, var expiresAt) ->
                Response.ok(
                                new AccessToken(
                                        token.value(),
                                        tokenSecret.map(Secret::value).orElse(null),
                                        expiresAt.orElse(null)),
                                MediaType.APPLICATION_JSON)
                        .header("Cache-Control", "no-store")
                        .build();
            case AccessOutcome.Unknown u -> Problem.notFound("no such connection");
            case AccessOutcome.Dead d -> Problem.of(Response.Status.CONFLICT, "the connection must be reconnected");
            case AccessOutcome.NotNow(String why) ->
                Problem.of(Response.Status.SERVICE_UNAVAILABLE, why, OptionalLong.of(2));
        };
    }

    private AccessOutcome outcome(String connectionId) {
        try {
            return tokens.of(ConnectionId.parse(connectionId));
        } catch (UnreadableEvent e) {
            return new AccessOutcome.Unknown();
        }
    }

    /// @param tokenSecret signs calls, where a platform still speaks OAuth 1.0a; absent elsewhere
    /// @param expiresAt absent when the token does not end by time
    public record AccessToken(
            String accessToken,
            @Nullable String tokenSecret,
            @Nullable Instant expiresAt) {
        @Override
        public String toString() {
            return "AccessToken[redacted]";
        }
    }
}
