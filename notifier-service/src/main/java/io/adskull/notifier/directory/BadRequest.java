package io.adskull.notifier.directory;

import io.adskull.access.Problem;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

/// What a person asked for cannot be done; the text says what to do instead.
final class BadRequest extends WebApplicationException {
    BadRequest(String detail) {
        super(detail, Problem.of(Response.Status.BAD_REQUEST, detail));
    }
}
