package io.adskull.notifier.directory;

import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// What a mail's "unsubscribe" leads to. A program that only opens links (a mail scanner) changes nothing;
/// mail programs POST, as a person's button does (RFC 8058).
@Path(Unsubscribing.PAGE)
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Blocking
public class UnsubscribeResource {
    private final Unsubscribing links;
    private final Directory directory;

    UnsubscribeResource(Unsubscribing links, Directory directory) {
        this.links = links;
        this.directory = directory;
    }

    @GET
    @Transactional
    @Operation(hidden = true)
    public Response ask(@QueryParam("of") @DefaultValue("") String of) {
        return find(of).map(row -> page(
                        Response.Status.OK,
                        row.isOn()
                                ? "<p>AdSkull writes to this address when an ad account breaks.</p>"
                                        + "<form method=\"post\"><button>Send no more mail here</button></form>"
                                : "<p>AdSkull sends nothing to this address.</p>"))
                .orElseGet(UnsubscribeResource::unknown);
    }

    /// Others of the tenant are told, so that alerts which now reach nobody are seen.
    @POST
    @Transactional
    @Operation(hidden = true)
    public Response unsubscribe(@QueryParam("of") @DefaultValue("") String of) {
        Optional<DestinationRow> row = find(of);
        row.ifPresent(found -> directory.turnOff(found.outboxName(), Notices.UNSUBSCRIBED));
        return row.map(found -> page(
                        Response.Status.OK,
                        "<p>Done: AdSkull sends nothing more to this address. It can be switched on again under Alerts"
                                + " in AdSkull.</p>"))
                .orElseGet(UnsubscribeResource::unknown);
    }

    private Optional<DestinationRow> find(String of) {
        return links.read(of).flatMap(directory::row);
    }

    private static Response unknown() {
        return page(
                Response.Status.NOT_FOUND,
                "<p>This link is of no mailbox that AdSkull writes to. It was cut, or the mailbox was deleted.</p>");
    }

    private static Response page(Response.Status status, String body) {
        return new MailPage(status, body).response();
    }
}
