package io.adskull.diagnosis.dialect;

/// Looks through a JSON body without building anything from it: shows the outermost keys and makes sure that the
/// body is whole. So that a healthy answer, the commonest of all, costs next to nothing.
public final class JsonScan {
    /// What [Keys#key] answers to a key that settles it: the body needs a real reader.
    public static final int ALARM = -1;

    /// What [#outermost] answers when the body is no whole JSON object or array, or a key raised an alarm.
    public static final int NOT_PLAIN = -1;

    /// Looks at the keys of the outermost object, or of the objects in the outermost array.
    @FunctionalInterface
    public interface Keys {
        /// @param from where the key's first byte stands, behind its quote
        /// @param to where its closing quote stands
        /// @param value where its value starts
        /// @return bits to remember, 0 for nothing, or [#ALARM]
        int key(byte[] body, int from, int to, int value);
    }

    private JsonScan() {}

    /// @return all bits that `keys` gave, or [#NOT_PLAIN]. A body that is refused here may still be healthy.
    public static int outermost(byte[] body, Keys keys) {
        int at = skipSpace(body, 0);
        if (at == body.length || body[at] != '{' && body[at] != '[') {
            return NOT_PLAIN;
        }
        int keyDepth = body[at] == '{' ? 1 : 2;
        int depth = 0;
        int bits = 0;
        while (at < body.length) {
            switch (body[at]) {
                case '"' -> {
                    int end = stringEnd(body, at + 1);
                    if (end < 0) {
                        return NOT_PLAIN;
                    }
                    if (depth == keyDepth) {
                        int colon = skipSpace(body, end + 1);
                        if (colon < body.length && body[colon] == ':') {
                            int found = keys.key(body, at + 1, end, skipSpace(body, colon + 1));
                            if (found == ALARM) {
                                return NOT_PLAIN;
                            }
                            bits |= found;
                        }
                    }
                    at = end + 1;
                }
                case '{', '[' -> {
                    depth++;
                    at++;
                }
                case '}', ']' -> {
                    depth--;
                    at++;
                    if (depth == 0) {
                        return skipSpace(body, at) == body.length ? bits : NOT_PLAIN;
                    }
                }
                default -> at++;
            }
        }
        return NOT_PLAIN;
    }

    /// Whether the bytes between the two places are this text.
    public static boolean is(byte[] body, int from, int to, String text) {
        return to - from == text.length() && startsWith(body, from, text);
    }

    /// Whether this text, of ASCII characters, stands at that place.
    public static boolean startsWith(byte[] body, int from, String text) {
        if (from + text.length() > body.length) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (body[from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Whether the value at that place is nothing: `null`, `""`, `[]`, `{}` or `false`.
    public static boolean isNothing(byte[] body, int value) {
        if (startsWith(body, value, "null") || startsWith(body, value, "false") || startsWith(body, value, "\"\"")) {
            return true;
        }
        if (value >= body.length || body[value] != '[' && body[value] != '{') {
            return false;
        }
        int inside = skipSpace(body, value + 1);
        return inside < body.length && (body[inside] == ']' || body[inside] == '}');
    }

    /// Whether this text, of ASCII characters, stands anywhere.
    public static boolean contains(byte[] body, String text) {
        byte first = (byte) text.charAt(0);
        for (int at = 0; at <= body.length - text.length(); at++) {
            if (body[at] == first && startsWith(body, at, text)) {
                return true;
            }
        }
        return false;
    }

    private static int stringEnd(byte[] body, int from) {
        int at = from;
        while (at < body.length) {
            byte b = body[at];
            if (b == '"') {
                return at;
            }
            at += b == '\\' ? 2 : 1;
        }
        return -1;
    }

    private static int skipSpace(byte[] body, int from) {
        int at = from;
        while (at < body.length && (body[at] == ' ' || body[at] == '\n' || body[at] == '\r' || body[at] == '\t')) {
            at++;
        }
        return at;
    }
}
