package io.adskull.dashboard.problem;

import io.adskull.dashboard.access.AskToSignIn;
import io.adskull.dashboard.access.Viewer;
import io.opentelemetry.api.trace.Span;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Says what went wrong: to programs as problem+json (RFC 9457), to people as a page.
public class AnswerProblems {
    private static final Logger LOG = Logger.getLogger(AnswerProblems.class);
    private static final MediaType PROBLEM = MediaType.valueOf("application/problem+json");

    private final Viewer viewer;

    AnswerProblems(Viewer viewer) {
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "problem")
    static final class Template {
        private Template() {}

        static native TemplateInstance problem(String title, String detail);

        static native TemplateInstance noTeam(String name);
    }

    @ServerExceptionMapper
    public Uni<Response> notSignedIn(UnauthorizedException e, UriInfo uri, RoutingContext routing) {
        return signIn(uri, routing);
    }

    @ServerExceptionMapper
    public Uni<Response> badToken(AuthenticationFailedException e, UriInfo uri, RoutingContext routing) {
        return signIn(uri, routing);
    }

    @ServerExceptionMapper
    public Response signInFailed(AuthenticationCompletionException e, UriInfo uri) {
        return answer(
                        uri,
                        401,
                        "The sign-in did not work",
                        "Begin again from the overview. If it happens again, tell whoever runs AdSkull for you.")
                .build();
    }

    @ServerExceptionMapper
    public Response notAllowed(ForbiddenException e, UriInfo uri) {
        if (viewer.belongs()) {
            return answer(uri, 403, "Not allowed", "Your role does not allow this. Ask an admin of your team.")
                    .build();
        }
        return isProgram(uri)
                ? answer(uri, 403, "Not allowed", "Your token names no tenant, or no role in it.")
                        .build()
                : Response.status(403)
                        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                        .entity(Template.noTeam(viewer.name()).render())
                        .build();
    }

    @ServerExceptionMapper
    public Response problem(Problem e, UriInfo uri) {
        return answer(e, uri, String.valueOf(e.getMessage()));
    }

    @ServerExceptionMapper
    public Response nothingHere(NotFoundException e, UriInfo uri) {
        return answer(e, uri, "There is nothing at this address.");
    }

    @ServerExceptionMapper
    public Response refused(WebApplicationException e, UriInfo uri) {
        return answer(e, uri, String.valueOf(e.getMessage()));
    }

    @ServerExceptionMapper
    public Response broken(RuntimeException e, UriInfo uri) {
        LOG.errorf(e, "Cannot answer %s", uri.getPath());
        String trace = Span.current().getSpanContext().getTraceId();
        return answer(
                        uri,
                        500,
                        "AdSkull cannot answer right now",
                        "This is our fault. Reload in a minute; if it stays, quote trace " + trace + ".")
                .build();
    }

    private static Uni<Response> signIn(UriInfo uri, RoutingContext routing) {
        return AskToSignIn.instead(routing)
                .map(way -> way.orElseGet(() -> unauthorized(uri)))
                .onFailure()
                .recoverWithItem(e -> {
                    LOG.errorf(e, "Nobody can sign in");
                    return answer(
                                    uri,
                                    503,
                                    "Nobody can sign in now",
                                    "The sign-in service does not answer. Try again soon.")
                            .build();
                });
    }

    private static Response unauthorized(UriInfo uri) {
        return answer(
                        uri,
                        401,
                        "Sign in first",
                        isProgram(uri)
                                ? "Send a bearer token of this service's identity provider."
                                : "Your session is over, so nothing was changed. Sign in on the overview, then do it again.")
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    /// Keeps headers such as Retry-After and Allow.
    private static Response answer(WebApplicationException e, UriInfo uri, String detail) {
        Response.StatusType status = e.getResponse().getStatusInfo();
        Response.ResponseBuilder answer = answer(uri, status.getStatusCode(), status.getReasonPhrase(), detail);
        e.getResponse().getStringHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)) {
                values.forEach(value -> answer.header(name, value));
            }
        });
        return answer.build();
    }

    private static Response.ResponseBuilder answer(UriInfo uri, int status, String title, String detail) {
        return isProgram(uri)
                ? Response.status(status).type(PROBLEM).entity(json(status, title, detail))
                : Response.status(status)
                        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                        .entity(Template.problem(title, detail).render());
    }

    private static boolean isProgram(UriInfo uri) {
        return uri.getPath().startsWith("/api/") || uri.getPath().startsWith("/live");
    }

    private static Map<String, Object> json(int status, String title, String detail) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", detail);
        return problem;
    }
}
