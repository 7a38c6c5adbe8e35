package io.adskull.notifier.directory;

import io.adskull.access.Caller;
import io.adskull.access.Problem;
import io.adskull.notifier.channel.Channels;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/// Shows whether a destination takes messages.
@Path("/api/destinations/{id}/test")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Destinations")
public class TestResource {
    private final Caller caller;
    private final Directory directory;
    private final Notices notices;
    private final Channels channels;

    TestResource(Caller caller, Directory directory, Notices notices, Channels channels) {
        this.caller = caller;
        this.directory = directory;
        this.notices = notices;
        this.channels = channels;
    }

    /// No transaction is open while the receiver is asked.
    @POST
    @Operation(summary = "Send a message there now and say what became of it")
    public Response test(@RestPath String id) {
        String tenant = caller.tenantToChange();
        Optional<DestinationRow> strange = directory.row(id, tenant).filter(row -> !row.isConfirmed());
        if (strange.isPresent()) {
            return Problem.of(
                    Response.Status.CONFLICT,
                    "Nothing is sent to " + strange.get().recipient()
                            + " before its reader confirms it: by the link in the mail that AdSkull sent there.");
        }
        return directory
                .toTest(id, tenant)
                .map(to -> Response.ok(Tested.of(channels.send(notices.test(to), to)))
                        .build())
                .orElseGet(() -> Problem.notFound("no such destination"));
    }
}
