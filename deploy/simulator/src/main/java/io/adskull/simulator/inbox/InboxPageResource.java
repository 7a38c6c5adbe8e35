package io.adskull.simulator.inbox;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

/// The inbox for people: a Slack channel beside a mail client. Nothing in a message can run a script here.
@Path("/inbox")
@Produces(MediaType.TEXT_HTML)
public class InboxPageResource {
    private static final String POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data: https: http:; object-src 'none'; base-uri 'none'; form-action 'none'";

    private final Inbox inbox;
    private final Clock clock;

    InboxPageResource(Inbox inbox, Clock clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance inbox(InboxPage page);

        static native TemplateInstance inbox$panes(InboxPage page);
    }

    @GET
    public Response page(@RestQuery Optional<String> slack, @RestQuery Optional<String> mail) {
        return guarded(Templates.inbox(now(slack, mail)));
    }

    /// Only what changes, for the page's own script.
    @GET
    @Path("panes")
    public Response panes(@RestQuery Optional<String> slack, @RestQuery Optional<String> mail) {
        return guarded(Templates.inbox$panes(now(slack, mail)));
    }

    private InboxPage now(Optional<String> slack, Optional<String> mail) {
        return InboxPage.of(inbox.messages(Optional.empty(), Optional.empty()), slack, mail, clock.instant());
    }

    private static Response guarded(TemplateInstance page) {
        return Response.ok(page)
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
