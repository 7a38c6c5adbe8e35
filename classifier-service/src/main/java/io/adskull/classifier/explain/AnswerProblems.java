package io.adskull.classifier.explain;

import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Says what is wrong with a request as problem+json (RFC 9457).
public class AnswerProblems {

    @ServerExceptionMapper
    public Response problem(Problem problem) {
        Response.Status status = Response.Status.fromStatusCode(problem.status());
        return Response.status(status)
                .type("application/problem+json")
                .entity(Map.of(
                        "type",
                        "about:blank",
                        "title",
                        status.getReasonPhrase(),
                        "status",
                        problem.status(),
                        "detail",
                        String.valueOf(problem.getMessage())))
                .build();
    }
}
