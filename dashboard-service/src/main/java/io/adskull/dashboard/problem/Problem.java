package io.adskull.dashboard.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

/// A request that cannot be answered; the message says to whoever sent it why.
public class Problem extends WebApplicationException {

    private Problem(Response.Status status, String detail) {
        super(detail, status);
    }

    public static Problem badRequest(String detail) {
        return new Problem(Response.Status.BAD_REQUEST, detail);
    }

    public static Problem notFound(String detail) {
        return new Problem(Response.Status.NOT_FOUND, detail);
    }

    /// What is asked for was done before, or does not fit what is there.
    public static Problem conflict(String detail) {
        return new Problem(Response.Status.CONFLICT, detail);
    }

    /// Another service is needed for this and does not answer.
    public static Problem away(String detail) {
        return new Problem(Response.Status.SERVICE_UNAVAILABLE, detail);
    }
}
