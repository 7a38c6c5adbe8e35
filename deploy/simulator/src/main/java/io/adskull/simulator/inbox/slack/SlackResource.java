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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Slack's incoming webhook: `ok`, or a refusal in Slack's words.
@Path("/inbox/slack/{channel}")
public class SlackResource {
    private static final Logger LOG = Logger.getLogger(SlackResource.class);

    private final Clock clock;
    private final Stage stage;
    private final Inbox inbox;
    private final Posts posts;
    private final ObjectMapper json;

    SlackResource(Clock clock, Stage stage, Inbox inbox, Posts posts, ObjectMapper json) {
        this.clock = clock;
        this.stage = stage;
        this.inbox = inbox;
        this.posts = posts;
        this.json = json;
    }

    @POST
    @Consumes("*/*")
    @Blocking
    public Uni<Response> receive(@RestPath String channel, @Nullable String body, @Context HttpServerRequest request) {
        PlatformCall call = new PlatformCall(
                SlackPlatform.NAME, "POST", request.path(), Map.of(), CallAccounts.named(List.of(channel)));
        return Wire.send(stage.play(call, "", () -> received(channel, body == null ? "" : body)), request);
    }

    private Answer received(String channel, String body) {
        return switch (Payload.read(body, json)) {
            case Payload.Refused(String error) -> {
                LOG.infof("slack refused channel=%s error=%s", channel, error);
                yield Answer.text(400, error);
            }
            case Payload.Accepted(JsonNode payload) -> {
                Message message = posts.read(UUID.randomUUID().toString(), channel, payload, clock.instant());
                inbox.receive(message);
                LOG.infof("slack received channel=%s subject=%s", channel, message.subject());
                yield Answer.text(200, "ok");
            }
        };
    }
}
