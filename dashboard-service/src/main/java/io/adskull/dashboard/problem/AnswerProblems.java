package io.adskull.dashboard.problem;

import io.opentelemetry.api.trace.Span;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
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

    @CheckedTemplate(basePath = "problem")
    static final class Template {
        private Template() {}

        static native TemplateInstance problem(String title, String detail);
    }

    @ServerExceptionMapper
    public Response notSignedIn(UnauthorizedException e, UriInfo uri) {
        return unauthorized(uri);
    }

    @ServerExceptionMapper
    public Response badToken(AuthenticationFailedException e, UriInfo uri) {
        return unauthorized(uri);
    }

    @ServerExceptionMapper
    public Response notAllowed(ForbiddenException e, UriInfo uri) {
        return answer(uri, 403, "Not allowed", "Your role does not allow this, or your token names no tenant.")
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

    private static Response unauthorized(UriInfo uri) {
        return answer(uri, 401, "Sign in first", "Send a bearer token of this service's identity provider.")
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
        boolean program = uri.getPath().startsWith("/api/") || uri.getPath().startsWith("/live");
        return program
                ? Response.status(status).type(PROBLEM).entity(json(status, title, detail))
                : Response.status(status)
                        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                        .entity(Template.problem(title, detail).render());
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
