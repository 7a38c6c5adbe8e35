package io.adskull.diagnosis.tiktok;

/// Recognises the commonest answer, `{"code":0,…}`, without building anything: looks at the start, then only
/// counts brackets to be sure that the body is whole. Never calls a failing or cut body healthy; may miss a
/// healthy one, which the slow way then recognises.
final class HealthyScan {
    private HealthyScan() {}

    static boolean isHealthy(byte[] body) {
        int at = skipSpace(body, 0);
        at = expect(body, at, "{");
        at = expect(body, at, "\"code\"");
        at = expect(body, at, ":");
        at = expect(body, at, "0");
        return at >= 0 && at < body.length && (body[at] == ',' || body[at] == '}') && isWhole(body, at);
    }

    /// Whether the object opened before `from` closes exactly at the end of the body.
    private static boolean isWhole(byte[] body, int from) {
        int depth = 1;
        boolean quoted = false;
        for (int i = from; i < body.length; i++) {
            byte b = body[i];
            if (quoted) {
                if (b == '\\') {
                    i++;
                } else if (b == '"') {
                    quoted = false;
                }
            } else if (b == '"') {
                quoted = true;
            } else if (b == '{' || b == '[') {
                depth++;
            } else if ((b == '}' || b == ']') && --depth == 0) {
                return skipSpace(body, i + 1) == body.length;
            }
        }
        return false;
    }

    private static int expect(byte[] body, int at, String text) {
        if (at < 0 || at + text.length() > body.length) {
            return -1;
        }
        for (int i = 0; i < text.length(); i++) {
            if (body[at + i] != text.charAt(i)) {
                return -1;
            }
        }
        return skipSpace(body, at + text.length());
    }

    private static int skipSpace(byte[] body, int from) {
        int at = from;
        while (at < body.length && (body[at] == ' ' || body[at] == '\n' || body[at] == '\r' || body[at] == '\t')) {
            at++;
        }
        return at;
    }
}
