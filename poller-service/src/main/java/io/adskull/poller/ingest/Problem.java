package io.adskull.poller.ingest;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An error as programs like it: RFC 9457.
///
/// @param detail for a person; never a secret
/// @param errors every field that must be mended, where fields are the problem
record Problem(
        @Schema(examples = "about:blank") String type,
        @Schema(examples = "Bad Request") String title,
        @Schema(examples = "400") int status,
        String detail,
        @Nullable List<BadField> errors) {
    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(Response.StatusType status, String detail) {
        return new Problem("about:blank", status.getReasonPhrase(), status.getStatusCode(), detail, null);
    }

    static Problem of(List<BadField> errors) {
        String detail = errors.getFirst()
                + (errors.size() == 1 ? "" : "; and " + (errors.size() - 1) + " more, see errors")
                + ". Nothing was published.";
        Response.Status status = Response.Status.BAD_REQUEST;
        return new Problem(
                "about:blank", status.getReasonPhrase(), status.getStatusCode(), detail, List.copyOf(errors));
    }

    static Problem tooLarge() {
        return of(
                Response.Status.REQUEST_ENTITY_TOO_LARGE,
                "A request may have " + ReadAnswers.MAX_REQUEST_BYTES
                        + " bytes at most. Send fewer answers at once; of one answer, 1 MiB of its body is kept.");
    }

    Response.ResponseBuilder response() {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .header("Cache-Control", "no-store")
                .entity(this);
    }
}
