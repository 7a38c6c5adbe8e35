package io.adskull.dashboard.preview;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.dashboard.access.Role;
import io.adskull.dashboard.notifier.Answer;
import io.adskull.dashboard.notifier.Answer.Given;
import io.adskull.dashboard.notifier.Notifier;
import io.adskull.dashboard.problem.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// Any cause in any channel: choose, and look at the words.
@Path("/preview")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMIN})
public class PreviewResource {
    private static final String POLICY = "Content-Security-Policy";

    /// The mail's own styles and nothing else: no script, picture or form, in no frame but this dashboard's.
    private static final String OF_MAIL =
            "default-src 'none'; style-src 'unsafe-inline'; sandbox; base-uri 'none'; frame-ancestors 'self'";

    private final Notifier notifier;

    PreviewResource(Notifier notifier) {
        this.notifier = notifier;
    }

    @CheckedTemplate(basePath = "preview")
    static final class Template {
        private Template() {}

        static native TemplateInstance preview(PreviewPage page);

        static native TemplateInstance preview$content(PreviewPage page);
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance preview(
            @QueryParam("cause") @DefaultValue("") String cause,
            @QueryParam("channel") @DefaultValue("") String channel,
            @QueryParam("transition") @DefaultValue("") String transition,
            @HeaderParam("HX-Request") Optional<String> htmx) {
        Wanted wanted = Wanted.of(cause, channel, transition);
        PreviewPage page = PreviewPage.of(wanted, ask(wanted));
        return htmx.isPresent() ? Template.preview$content(page) : Template.preview(page);
    }

    /// The mail's HTML as it is sent, for a frame.
    @GET
    @Path("mail")
    @Operation(hidden = true)
    public Response mail(
            @QueryParam("cause") @DefaultValue("") String cause,
            @QueryParam("transition") @DefaultValue("") String transition,
            @Context HttpServerResponse response) {
        Answer<JsonNode> answer = ask(Wanted.of(cause, "email", transition));
        if (!(answer instanceof Given<JsonNode>(JsonNode mail))) {
            throw Problem.away(answer.trouble());
        }
        // Of two policies a browser obeys both, and the pages' own forbids the frame.
        response.headers().remove(POLICY);
        return Response.ok(mail.path("html").asText()).header(POLICY, OF_MAIL).build();
    }

    private Answer<JsonNode> ask(Wanted wanted) {
        return notifier.preview(wanted.cause(), wanted.channel(), wanted.transition());
    }
}
