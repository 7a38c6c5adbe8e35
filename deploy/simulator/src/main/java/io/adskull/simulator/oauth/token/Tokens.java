package io.adskull.simulator.oauth.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.adskull.simulator.oauth.Description;
import io.adskull.simulator.oauth.Description.GrantType;
import io.adskull.simulator.oauth.Placeholders;
import io.adskull.simulator.oauth.Settings;
import io.adskull.simulator.oauth.grant.Grant;
import io.adskull.simulator.oauth.grant.Grants;
import io.adskull.simulator.oauth.world.World;
import io.adskull.simulator.traffic.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Issues access and refresh tokens, and words the answer that carries them.
public final class Tokens {
    private record Refreshed(String text, Optional<Instant> expiresAt) {}

    private final Clock clock;
    private final Description description;
    private final Description.Token token;
    private final Settings settings;
    private final Grants grants;
    private final World world;

    public Tokens(
            Clock clock,
            Description description,
            Description.Token token,
            Settings settings,
            Grants grants,
            World world) {
        this.token = token;
        this.clock = clock;
        this.description = description;
        this.settings = settings;
        this.grants = grants;
        this.world = world;
    }

    /// @param shown the code or token that the client sent
    Answer issue(GrantType type, Grant from, String shown) {
        Instant now = clock.instant();
        Optional<Duration> life = settings.accessTokenLifetime()
                .or(() -> Optional.ofNullable(type.accessLifetime()))
                .or(() -> Optional.ofNullable(description.access().lifetime()));
        Optional<Instant> accessEnd = earliest(life.map(now::plus), Optional.ofNullable(from.endsAt()));
        Grant access = from.next(Grant.Kind.ACCESS, Grants.newId(), now, accessEnd.orElse(null));

        Map<String, JsonNode> values = new HashMap<>();
        values.put("access_token", text(grants.write(access)));
        accessEnd.ifPresent(end -> {
            values.put("access_lifetime", seconds(now, end));
            values.put("access_expires_at", number(end.getEpochSecond()));
        });
        refreshed(from, shown, now).ifPresent(refresh -> {
            values.put("refresh_token", text(refresh.text()));
            refresh.expiresAt().ifPresent(end -> {
                values.put("refresh_lifetime", seconds(now, end));
                values.put("refresh_expires_at", number(end.getEpochSecond()));
            });
        });
        values.put("scope", text(String.join(description.consent().separator(), grants.scopes(from))));
        values.put("client_id", text(from.consent().app()));
        values.put("issued_at", number(now.getEpochSecond()));
        values.put("login", text(from.login()));
        world.login(from.login()).ifPresent(login -> values.put("identity", text(login.identity())));
        JsonNode template = Optional.ofNullable(token.answers().get(type.answerName()))
                .orElseGet(() -> token.answers().get("exchange"));
        JsonNode body = Placeholders.fill(template, values).orElseThrow();
        return body.isTextual()
                ? Answer.text(200, body.textValue())
                : Answer.json(200, body.toString(), OptionalInt.empty());
    }

    private Optional<Refreshed> refreshed(Grant from, String shown, Instant now) {
        boolean refreshing = from.kind() == Grant.Kind.REFRESH;
        return switch (description.refresh().policy()) {
            case NONE -> Optional.empty();
            case REUSABLE -> refreshing ? Optional.of(new Refreshed(shown, end(from))) : first(from, now);
            case SINGLE_USE, OLD_STAYS_GOOD -> refreshing ? Optional.of(newRefresh(from, now)) : first(from, now);
        };
    }

    private Optional<Refreshed> first(Grant from, Instant now) {
        return from.refreshable() && from.kind() == Grant.Kind.CODE
                ? Optional.of(newRefresh(from, now))
                : Optional.empty();
    }

    private Refreshed newRefresh(Grant from, Instant now) {
        Optional<Instant> end = settings.refreshTokenLifetime()
                .or(() -> Optional.ofNullable(description.refresh().lifetime()))
                .map(now::plus);
        Grant refresh = from.next(Grant.Kind.REFRESH, Grants.newId(), now, end.orElse(null));
        return new Refreshed(grants.write(refresh), end(refresh));
    }

    private static Optional<Instant> end(Grant refresh) {
        return earliest(Optional.ofNullable(refresh.expiresAt()), Optional.ofNullable(refresh.endsAt()));
    }

    private static Optional<Instant> earliest(Optional<Instant> one, Optional<Instant> other) {
        return Stream.concat(one.stream(), other.stream()).min(Instant::compareTo);
    }

    private static JsonNode seconds(Instant from, Instant to) {
        return number(Duration.between(from, to).toSeconds());
    }

    private static JsonNode number(long value) {
        return JsonNodeFactory.instance.numberNode(value);
    }

    private static JsonNode text(String value) {
        return JsonNodeFactory.instance.textNode(value);
    }
}
