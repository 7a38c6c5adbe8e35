package io.adskull.simulator.inbox.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.adskull.simulator.fault.Stage;
import io.adskull.simulator.inbox.Inbox;
import io.adskull.simulator.inbox.Message;
import io.adskull.simulator.traffic.Answer;
import io.adskull.simulator.traffic.CallAccounts;
import io.adskull.simulator.traffic.PlatformCall;
import io.adskull.simulator.traffic.Wire;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The two methods of Slack's Web API that a bot needs, for any token. A reply is a post like any other;
/// a changed message stands where it stood.
@Path("/inbox/slack/api")
@Consumes("*/*")
@Blocking
public class SlackApiResource {
    private static final long MICROS = 1_000_000;

    private final Clock clock;
    private final Stage stage;
    private final Inbox inbox;
    private final Posts posts;
    private final ObjectMapper json;
    private final AtomicLong lastMicros = new AtomicLong();

    SlackApiResource(Clock clock, Stage stage, Inbox inbox, Posts posts, ObjectMapper json) {
        this.clock = clock;
        this.stage = stage;
        this.inbox = inbox;
        this.posts = posts;
        this.json = json;
    }

    @POST
    @Path("chat.postMessage")
    public Uni<Response> post(
            @HeaderParam("Authorization") @Nullable String token,
            @Nullable String body,
            @Context HttpServerRequest request) {
        return answer(token, body, request, payload -> {
            Instant now = clock.instant();
            String ts = next(now);
            inbox.receive(posts.read(ts, channel(payload), payload, now));
            return taken(channel(payload), ts);
        });
    }

    @POST
    @Path("chat.update")
    public Uni<Response> update(
            @HeaderParam("Authorization") @Nullable String token,
            @Nullable String body,
            @Context HttpServerRequest request) {
        return answer(token, body, request, payload -> {
            String ts = payload.path("ts").asText();
            return inbox.messages(Optional.of(Message.SLACK), Optional.of(channel(payload))).stream()
                    .filter(message -> message.id().equals(ts))
                    .findFirst()
                    .filter(before -> inbox.change(posts.read(ts, channel(payload), payload, before.receivedAt())))
                    .map(changed -> taken(changed.recipient(), ts))
                    .orElseGet(() -> refused("message_not_found"));
        });
    }

    private Uni<Response> answer(
            @Nullable String token,
            @Nullable String body,
            HttpServerRequest request,
            Function<JsonNode, Answer> perform) {
        Payload payload = Payload.read(body == null ? "" : body, json);
        String channel = payload instanceof Payload.Accepted(JsonNode accepted) ? channel(accepted) : "";
        PlatformCall call = new PlatformCall(
                SlackPlatform.NAME, "POST", request.path(), Map.of(), CallAccounts.named(List.of(channel)));
        return Wire.send(
                stage.play(call, "", () -> token == null ? refused("not_authed") : perform(payload, perform)), request);
    }

    private Answer perform(Payload payload, Function<JsonNode, Answer> perform) {
        return switch (payload) {
            case Payload.Refused(String error) -> refused(error);
            case Payload.Accepted(JsonNode accepted) ->
                channel(accepted).isEmpty() ? refused("channel_not_found") : perform.apply(accepted);
        };
    }

    private static String channel(JsonNode payload) {
        return payload.path("channel").asText().replaceFirst("^#", "");
    }

    private Answer taken(String channel, String ts) {
        return answer(Map.of("ok", true, "channel", channel, "ts", ts));
    }

    private Answer refused(String error) {
        return answer(Map.of("ok", false, "error", error));
    }

    private Answer answer(Map<String, Object> fields) {
        return Answer.json(200, json.valueToTree(fields).toString(), OptionalInt.empty());
    }

    /// Unique, and in the order of their arrival.
    private String next(Instant now) {
        long micros = now.getEpochSecond() * MICROS + now.getNano() / 1000;
        long mine = lastMicros.updateAndGet(last -> Math.max(last + 1, micros));
        return mine / MICROS + "." + String.format("%06d", mine % MICROS);
    }
}
