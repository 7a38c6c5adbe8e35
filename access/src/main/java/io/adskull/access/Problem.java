package io.adskull.access;

import jakarta.ws.rs.core.Response;
import java.util.OptionalLong;

/// An error as programs like it: RFC 9457.
///
/// @param detail for a person; never a secret
public record Problem(String title, int status, String detail) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public static Response notFound(String detail) {
        return of(Response.Status.NOT_FOUND, detail);
    }

    public static Response of(Response.Status status, String detail) {
        return of(status, detail, OptionalLong.empty());
    }

    public static Response of(Response.Status status, String detail, OptionalLong retryAfterSeconds) {
        var response = Response.status(status)
                .type(MEDIA_TYPE)
                .header("Cache-Control", "no-store")
                .entity(new Problem(status.getReasonPhrase(), status.getStatusCode(), detail));
        retryAfterSeconds.ifPresent(seconds -> response.header("Retry-After", seconds));
        return response.build();
    }
}
