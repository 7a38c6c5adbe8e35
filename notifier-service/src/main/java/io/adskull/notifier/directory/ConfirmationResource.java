package io.adskull.notifier.directory;

import io.adskull.access.Caller;
import io.adskull.access.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/// Asks a mailbox's reader once more whether mail is welcome.
@Path("/api/destinations/{id}/confirmation")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Destinations")
public class ConfirmationResource {
    private final Caller caller;
    private final Directory directory;
    private final Confirmations confirmations;

    ConfirmationResource(Caller caller, Directory directory, Confirmations confirmations) {
        this.caller = caller;
        this.directory = directory;
        this.confirmations = confirmations;
    }

    /// One whose mail server refused the mail before is tried again.
    @POST
    @Transactional
    @Operation(summary = "Send the mail that asks its reader to confirm once more, three times an hour at most")
    public Response ask(@RestPath String id) {
        Optional<DestinationRow> found = directory.row(id, caller.tenantToChange());
        if (found.isEmpty()) {
            return Problem.notFound("no such destination");
        }
        DestinationRow row = found.get();
        if (row.isConfirmed()) {
            return Problem.of(
                    Response.Status.CONFLICT,
                    row.kind() == Kind.EMAIL
                            ? row.recipient() + " is confirmed already."
                            : "Only a mailbox needs to be confirmed.");
        }
        confirmations.ask(row);
        row.turnOn();
        return Response.accepted(DestinationListed.of(row, null)).build();
    }
}
