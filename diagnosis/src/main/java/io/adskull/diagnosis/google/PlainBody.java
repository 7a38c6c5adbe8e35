package io.adskull.diagnosis.google;

import io.adskull.diagnosis.dialect.JsonScan;

/// Recognises a healthy answer, the commonest of all, without building anything from it.
final class PlainBody {
    private PlainBody() {}

    static boolean isHealthy(byte[] body) {
        return looksLikeJson(body)
                && JsonScan.outermost(body, PlainBody::alarm) == 0
                && !CustomerState.mayStandIn(body);
    }

    /// SDKs put texts into square brackets.
    private static boolean looksLikeJson(byte[] body) {
        int at = next(body, -1);
        if (at == body.length) {
            return false;
        }
        int inside = next(body, at);
        return inside < body.length
                && (body[at] == '['
                        ? body[inside] == '{' || body[inside] == ']'
                        : body[inside] == '"' || body[inside] == '}');
    }

    private static int next(byte[] body, int from) {
        int at = from + 1;
        while (at < body.length && body[at] <= ' ') {
            at++;
        }
        return at;
    }

    /// An empty object in the place of an error is one all the same.
    private static int alarm(byte[] body, int from, int to, int value) {
        boolean telling = JsonScan.startsWith(body, from, "error")
                || JsonScan.startsWith(body, from, "partial")
                || JsonScan.is(body, from, to, "details")
                || JsonScan.is(body, from, to, "code")
                || JsonScan.is(body, from, to, "message")
                || JsonScan.is(body, from, to, "response")
                || JsonScan.is(body, from, to, "data");
        boolean empty = value < body.length && body[value] != '{' && JsonScan.isNothing(body, value);
        return telling && !empty ? JsonScan.ALARM : 0;
    }
}
