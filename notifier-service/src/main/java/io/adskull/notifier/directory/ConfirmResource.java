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
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;

/// Where a mailbox's reader says that mail is welcome. A program that only opens links (a mail scanner) says nothing.
@Path(Invitation.PAGE)
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Blocking
public class ConfirmResource {
    private static final Logger LOG = Logger.getLogger(ConfirmResource.class);

    private final SealedLinks links;
    private final Confirmations confirmations;
    private final Clock clock;

    ConfirmResource(SealedLinks links, Confirmations confirmations, Clock clock) {
        this.links = links;
        this.confirmations = confirmations;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(hidden = true)
    public Response ask(@QueryParam("of") @DefaultValue("") String of) {
        return answer(of, row -> row.isConfirmed() ? confirmed(row) : asked(row));
    }

    @POST
    @Transactional
    @Operation(hidden = true)
    public Response confirm(@QueryParam("of") @DefaultValue("") String of) {
        return answer(of, row -> {
            row.confirm(clock.instant());
            LOG.infof("the reader of destination \"%s\" of %s wants its mail", row.name(), row.tenant());
            return confirmed(row);
        });
    }

    private Response answer(String of, Function<DestinationRow, MailPage> page) {
        Optional<Invitation> invitation = links.read(Invitation.PAGE, of).flatMap(Invitation::read);
        if (invitation.filter(it -> it.endsAt().isBefore(clock.instant())).isPresent()) {
            return new MailPage(
                            Response.Status.GONE,
                            "<p>This link was good for seven days. Whoever wants AdSkull to write to you can have a new"
                                    + " one sent, under Alerts in AdSkull.</p>")
                    .response();
        }
        return invitation
                .flatMap(confirmations::mailbox)
                .map(page)
                .orElseGet(ConfirmResource::unknown)
                .response();
    }

    private static MailPage asked(DestinationRow row) {
        return new MailPage(
                Response.Status.OK,
                "<p>May AdSkull write to " + MailPage.escaped(row.recipient()) + " when an ad account breaks?</p>"
                        + "<form method=\"post\"><button>Yes, write to this address</button></form>"
                        + "<p>If not, close this page: no alerts will come.</p>");
    }

    private static MailPage confirmed(DestinationRow row) {
        return new MailPage(
                Response.Status.OK,
                "<p>Confirmed: AdSkull writes to " + MailPage.escaped(row.recipient())
                        + " when an ad account breaks. A link in each of these mails ends them.</p>");
    }

    private static MailPage unknown() {
        return new MailPage(
                Response.Status.NOT_FOUND,
                "<p>This link is of no mailbox that AdSkull may write to. It was cut, or the mailbox was changed or"
                        + " deleted.</p>");
    }
}
