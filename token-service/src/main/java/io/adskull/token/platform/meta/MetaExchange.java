package io.adskull.token.platform.meta;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.diagnosis.Answer;
import io.adskull.token.platform.GrantEnd;
import io.adskull.token.platform.IssuedTokens;
import io.adskull.token.platform.RefreshOutcome;
import io.adskull.token.platform.http.JsonApi;
import io.adskull.token.platform.http.JsonReply;
import io.adskull.token.platform.http.Refusals;
import io.adskull.token.vault.Tokens;
import io.adskull.vault.Secret;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/// Meta has no refresh tokens: while a token lives, it is itself shown in return for a longer one. Whether that
/// moves the end is Meta's to decide, so the end that comes back counts, and is announced like any that no machine
/// can move.
@Singleton
class MetaExchange {
    /// A renewal that moves the end needs this long to be tried, and the person this long to act when it does not.
    static final Duration LEAD = Duration.ofDays(30);

    private static final Duration LONGEST = Duration.ofDays(3650);

    private final MetaGraph graph;
    private final JsonApi api;
    private final Refusals refusals;

    MetaExchange(MetaGraph graph, JsonApi api, Refusals refusals) {
        this.graph = graph;
        this.api = api;
        this.refusals = refusals;
    }

    /// @param more parameters of the kind of token
    RefreshOutcome longer(Secret access, Map<String, String> more) {
        Answer answer = graph.exchange(access, more);
        return switch (api.reply(answer)) {
            case JsonReply.Failed(Answer failed) -> refusals.ofRefresh(failed);
            case JsonReply.Done(JsonNode body)
            when body.path("access_token").asText("").isBlank() ->
                new RefreshOutcome.Transient("Meta's answer holds no token", Optional.empty());
            case JsonReply.Done(JsonNode body) -> issued(body);
        };
    }

    private RefreshOutcome issued(JsonNode body) {
        Secret access = new Secret(body.path("access_token").asText());
        Optional<Duration> lifetime = Optional.of(body.path("expires_in").asLong(0))
                .filter(seconds -> seconds > 0)
                .map(seconds -> Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds())));
        return issued(access, lifetime);
    }

    /// The token stands in for the refresh token where it ends at all.
    RefreshOutcome issued(Secret access, Optional<Duration> lifetime) {
        return switch (graph.dataAccess(access)) {
            case DataAccess.Over(Instant since) ->
                new RefreshOutcome.Dead(
                        "Meta stopped showing this person's data to the app on " + since.truncatedTo(ChronoUnit.SECONDS)
                                + "; their next consent changes that",
                        true);
            case DataAccess.Left(Duration time) ->
                fresh(
                        access,
                        lifetime,
                        new GrantEnd.After(lifetime.filter(life -> life.compareTo(time) < 0)
                                .orElse(time)));
            case DataAccess.Endless() -> fresh(access, lifetime, GrantEnd.after(lifetime));
            case DataAccess.Unknown() -> fresh(access, lifetime, new GrantEnd.AsBefore(lifetime));
        };
    }

    private static RefreshOutcome fresh(Secret access, Optional<Duration> lifetime, GrantEnd end) {
        return new RefreshOutcome.Fresh(
                new IssuedTokens(new Tokens(access, lifetime.map(any -> access)), lifetime, end));
    }
}
