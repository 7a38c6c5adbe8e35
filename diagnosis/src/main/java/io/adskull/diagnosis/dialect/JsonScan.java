package io.adskull.diagnosis.dialect;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Looks through a JSON body without building anything from it: shows the outermost keys and makes sure that the
/// body is whole and keeps JSON's grammar. So that a healthy answer, the commonest of all, costs next to nothing.
/// Stricter than a parser nowhere but in depth; laxer in one thing: the bytes of strings need not be UTF-8.
public final class JsonScan {
    /// What [Keys#key] answers to a key that settles it: the body needs a real reader.
    public static final int ALARM = -1;

    /// What [#outermost] answers when the body is no whole JSON object or array, or a key raised an alarm.
    public static final int NOT_PLAIN = -1;

    /// One bit of a long for each object or array that is open.
    private static final int DEEPEST = 63;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x01_01_01_01_01_01_01_01L;
    private static final long HIGHEST_BITS = 0x80 * EACH;
    private static final int TRUE = 'e' << 24 | 'u' << 16 | 'r' << 8 | 't';
    private static final int ALSE = 'e' << 24 | 's' << 16 | 'l' << 8 | 'a';
    private static final int NULL = 'l' << 24 | 'l' << 16 | 'u' << 8 | 'n';

    /// Looks at the keys of the outermost object, or of the objects in the outermost array.
    @FunctionalInterface
    public interface Keys {
        /// @param from where the key's first byte stands, behind its quote
        /// @param to where its closing quote stands
        /// @param value where its value starts, which is always inside the body
        /// @return bits to remember, 0 for nothing, or [#ALARM]
        int key(byte[] body, int from, int to, int value);
    }

    private JsonScan() {}

    /// @return all bits that `keys` gave, or [#NOT_PLAIN]. A body that is refused here may still be healthy: it may
    /// be nested deeper than this looks, or spell an outermost key with escapes.
    public static int outermost(byte[] body, Keys keys) {
        int at = skipSpace(body, 0);
        if (at == body.length || body[at] != '{' && body[at] != '[') {
            return NOT_PLAIN;
        }
        int keyDepth = body[at] == '{' ? 1 : 2;
        int depth = 1;
        // The lowest bit tells whether the innermost is an array, the next one about what is around it.
        long arrays = keyDepth - 1;
        boolean empty = true;
        int bits = 0;
        at = skipSpace(body, at + 1);
        while (at < body.length) {
            byte b = body[at];
            if (!empty || b != end(arrays)) {
                if ((arrays & 1) == 0) {
                    int quote = b == '"' ? stringEnd(body, at + 1) : -1;
                    int value = quote < 0 ? -1 : valueOf(body, quote);
                    if (value < 0) {
                        return NOT_PLAIN;
                    }
                    if (depth == keyDepth) {
                        int found = isSpelledOut(body, at + 1, quote) ? keys.key(body, at + 1, quote, value) : ALARM;
                        if (found == ALARM) {
                            return NOT_PLAIN;
                        }
                        bits |= found;
                    }
                    at = value;
                    b = body[at];
                }
                if (b == '"') {
                    at = stringEnd(body, at + 1) + 1;
                } else if (b == '{' || b == '[') {
                    if (depth == DEEPEST) {
                        return NOT_PLAIN;
                    }
                    depth++;
                    arrays = arrays << 1 | (b == '[' ? 1 : 0);
                    empty = true;
                    at = skipSpace(body, at + 1);
                    continue;
                } else {
                    at = wordEnd(body, at, b);
                }
                if (at <= 0) {
                    return NOT_PLAIN;
                }
                at = skipSpace(body, at);
            }
            while (at < body.length && body[at] == end(arrays)) {
                arrays >>>= 1;
                at = skipSpace(body, at + 1);
                if (--depth == 0) {
                    return at == body.length ? bits : NOT_PLAIN;
                }
            }
            if (at == body.length || body[at] != ',') {
                return NOT_PLAIN;
            }
            empty = false;
            at = skipSpace(body, at + 1);
        }
        return NOT_PLAIN;
    }

    /// Where the value of the key with this closing quote starts; -1 when it has none.
    private static int valueOf(byte[] body, int quote) {
        int colon = skipSpace(body, quote + 1);
        int value = colon < body.length && body[colon] == ':' ? skipSpace(body, colon + 1) : body.length;
        return value < body.length ? value : -1;
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
        return indexOf(body, text, 0) >= 0;
    }

    /// Whether each time that this key stands in the body, at whatever depth, its value is one of these. What only
    /// looks like the key, in a text that somebody wrote, may make it false.
    ///
    /// @param key with its closing quote, and with the opening one unless keys that end so are meant as well
    /// @param values as JSON writes them, such as `true` or `"ACTIVE"`
    public static boolean isAlways(byte[] body, String key, String... values) {
        for (int at = indexOf(body, key, 0); at >= 0; at = indexOf(body, key, at + 1)) {
            int value = valueOf(body, at + key.length() - 1);
            if (value < 0 || !isOneOf(body, value, values)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOneOf(byte[] body, int at, String... values) {
        for (String value : values) {
            int end = at + value.length();
            if (startsWith(body, at, value) && (end == body.length || !Character.isLetterOrDigit(body[end]))) {
                return true;
            }
        }
        return false;
    }

    /// Where this text, of ASCII characters, stands from there on; -1 when it does not.
    public static int indexOf(byte[] body, String text, int from) {
        int last = text.length() - 1;
        long first8 = text.charAt(0) * EACH;
        long last8 = text.charAt(last) * EACH;
        int at = from;
        for (; at + last + Long.BYTES <= body.length; at += Long.BYTES) {
            // A byte of this is zero only where both the first and the last character of the text fit.
            long misfit = ((long) LONGS.get(body, at) ^ first8) | ((long) LONGS.get(body, at + last) ^ last8);
            for (long fit = (misfit - EACH) & ~misfit & HIGHEST_BITS; fit != 0; fit &= fit - 1) {
                int here = at + (Long.numberOfTrailingZeros(fit) >>> 3);
                if (startsWith(body, here, text)) {
                    return here;
                }
            }
        }
        for (; at <= body.length - text.length(); at++) {
            if (startsWith(body, at, text)) {
                return at;
            }
        }
        return -1;
    }

    private static byte end(long arrays) {
        return (byte) ((arrays & 1) == 0 ? '}' : ']');
    }

    private static boolean isSpelledOut(byte[] body, int from, int to) {
        for (int at = from; at < to; at++) {
            if (body[at] == '\\') {
                return false;
            }
        }
        return true;
    }

    /// Where the number or literal that starts with this byte ends; -1 when it is none.
    private static int wordEnd(byte[] body, int at, byte first) {
        return switch (first) {
            case 't' -> literalEnd(body, at, TRUE);
            case 'f' -> literalEnd(body, at + 1, ALSE);
            case 'n' -> literalEnd(body, at, NULL);
            default -> numberEnd(body, first == '-' ? at + 1 : at);
        };
    }

    private static int literalEnd(byte[] body, int at, int letters) {
        return at + Integer.BYTES <= body.length && (int) INTS.get(body, at) == letters ? at + Integer.BYTES : -1;
    }

    private static int numberEnd(byte[] body, int from) {
        int at = from < body.length && body[from] == '0' ? from + 1 : digitsEnd(body, from);
        if (at > 0 && at < body.length && body[at] == '.') {
            at = digitsEnd(body, at + 1);
        }
        if (at > 0 && at < body.length && (body[at] | 0x20) == 'e') {
            boolean signed = at + 1 < body.length && (body[at + 1] == '+' || body[at + 1] == '-');
            at = digitsEnd(body, signed ? at + 2 : at + 1);
        }
        return at;
    }

    /// -1 when there is no digit.
    private static int digitsEnd(byte[] body, int from) {
        int at = from;
        while (at < body.length && isDigit(body[at])) {
            at++;
        }
        return at == from ? -1 : at;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /// Where the closing quote stands; -1 when there is none, or something before it may not stand in a string.
    private static int stringEnd(byte[] body, int from) {
        int at = from;
        while (at + Long.BYTES <= body.length) {
            long eight = (long) LONGS.get(body, at);
            // Borrows only spoil the bytes behind the first hit, which are looked at again.
            long hits = ((eight ^ '"' * EACH) - EACH | (eight ^ '\\' * EACH) - EACH | eight - ' ' * EACH)
                    & ~eight
                    & HIGHEST_BITS;
            if (hits == 0) {
                at += Long.BYTES;
                continue;
            }
            at += Long.numberOfTrailingZeros(hits) >>> 3;
            if (body[at] == '"') {
                return at;
            }
            at = escapeEnd(body, at);
            if (at < 0) {
                return -1;
            }
        }
        while (at >= 0 && at < body.length) {
            byte b = body[at];
            if (b == '"') {
                return at;
            }
            at = b == '\\' || b >= 0 && b < ' ' ? escapeEnd(body, at) : at + 1;
        }
        return -1;
    }

    /// Behind the escape at that place; -1 when there is none that JSON knows.
    private static int escapeEnd(byte[] body, int at) {
        if (at + 1 >= body.length || body[at] != '\\') {
            return -1;
        }
        return switch (body[at + 1]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at + 2;
            case 'u' -> isHex(body, at + 2) ? at + 6 : -1;
            default -> -1;
        };
    }

    private static boolean isHex(byte[] body, int from) {
        boolean hex = from + 4 <= body.length;
        for (int at = from; hex && at < from + 4; at++) {
            hex = Character.digit(body[at], 16) >= 0;
        }
        return hex;
    }

    private static int skipSpace(byte[] body, int from) {
        return from < body.length && body[from] <= ' ' ? spaceEnd(body, from) : from;
    }

    private static int spaceEnd(byte[] body, int from) {
        int at = from;
        while (at < body.length && isSpace(body[at])) {
            at++;
            if (at + Long.BYTES <= body.length) {
                // Indented bodies are mostly spaces.
                long others = (long) LONGS.get(body, at) ^ ' ' * EACH;
                at += Long.numberOfTrailingZeros(others) >>> 3;
            }
        }
        return at;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }
}
