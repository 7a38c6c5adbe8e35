package io.adskull.simulator.inbox;

import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;

/// The inbox for programs.
@Path("/inbox")
public class InboxResource {
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    private final Inbox inbox;

    InboxResource(Inbox inbox) {
        this.inbox = inbox;
    }

    /// Newest last.
    @GET
    @Path("messages")
    @Produces(MediaType.APPLICATION_JSON)
    public List<Message> messages(@RestQuery Optional<String> channel, @RestQuery Optional<String> recipient) {
        return inbox.messages(channel, recipient);
    }

    @DELETE
    @Path("messages")
    public void clear() {
        inbox.clear();
    }

    /// A number whenever something changed, and 0 as a sign of life.
    @GET
    @Path("changes")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    public Multi<Long> changes() {
        Multi<Long> alive =
                Multi.createFrom().ticks().every(HEARTBEAT).onOverflow().drop().map(tick -> 0L);
        return Multi.createBy().merging().streams(inbox.changes(), alive);
    }
}
