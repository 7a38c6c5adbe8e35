package io.adskull.notifier.directory;

import jakarta.ws.rs.core.Response;

/// What a mail's link leads to: a page for somebody who need not know AdSkull. It loads nothing, and its address,
/// which opens it, goes nowhere.
///
/// @param body in HTML
record MailPage(Response.Status status, String body) {

    /// What somebody wrote, for a body.
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    Response response() {
        return Response.status(status)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
                .entity("<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\">"
                        + "<meta name=\"viewport\" content=\"width=device-width\"><title>Mail from AdSkull</title>"
                        + "<h1>Mail from AdSkull</h1>" + body)
                .build();
    }
}
