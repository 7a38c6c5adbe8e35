package io.adskull.notifier.attention;

import jakarta.ws.rs.core.Response;

/// An error as programs like it: RFC 9457.
///
/// @param detail for a person; never a secret
record Problem(String title, int status, String detail) {
    static final String MEDIA_TYPE = "application/problem+json";

    static Response of(Response.Status status, String detail) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .header("Cache-Control", "no-store")
                .entity(new Problem(status.getReasonPhrase(), status.getStatusCode(), detail))
                .build();
    }
}
