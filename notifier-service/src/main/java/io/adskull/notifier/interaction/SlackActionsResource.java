package io.adskull.notifier.interaction;

import io.adskull.notifier.channel.slack.SlackConfig;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Where Slack tells of pressed buttons. Slack waits three seconds, so it is answered before anything is
/// done.
@Path("/slack/actions")
@Blocking
public class SlackActionsResource {
    private static final Logger LOG = Logger.getLogger(SlackActionsResource.class);

    /// Slack repeats the message that the button is part of; encoded as a form, that is some 100 KiB at
    /// most.
    static final int LONGEST = 512 * 1024;

    private final Optional<SlackSignature> signature;
    private final FollowPresses follow;
    private final Clock clock;

    SlackActionsResource(SlackConfig config, FollowPresses follow, Clock clock) {
        this.signature = config.signingSecret().map(String::strip).map(SlackSignature::new);
        this.follow = follow;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response pressed(
            @HeaderParam("X-Slack-Request-Timestamp") @Nullable String timestamp,
            @HeaderParam("X-Slack-Signature") @Nullable String signed,
            InputStream request)
            throws IOException {
        if (signature.isEmpty()) {
            return Response.status(Response.Status.NOT_FOUND).build();
        }
        byte[] body = request.readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            return Response.status(Response.Status.REQUEST_ENTITY_TOO_LARGE).build();
        }
        if (!signature.get().isOf(body, timestamp, signed, clock.instant())) {
            LOG.warn("a request to /slack/actions is not signed by Slack, or too old");
            return Response.status(Response.Status.UNAUTHORIZED).build();
        }
        Pressed.read(new String(body, StandardCharsets.UTF_8)).ifPresent(follow::soon);
        return Response.ok().build();
    }
}
