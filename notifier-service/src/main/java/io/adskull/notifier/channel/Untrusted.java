package io.adskull.notifier.channel;

import java.net.URI;
import java.util.Optional;

/// Text that a platform or an account's owner wrote, before it stands in a message: invisible and
/// direction-changing characters go, and it fits. Escaping for markup is the channel's own work.
public final class Untrusted {
    /// Joins emoji to one.
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private static final char NO_BREAK_SPACE = '\u00A0';
    private static final char LINE_SEPARATOR = 0x2028;
    private static final char PARAGRAPH_SEPARATOR = 0x2029;

    private Untrusted() {}

    /// On one line, at most `max` characters, an ellipsis where it was cut.
    public static String line(String text, int max) {
        return cut(spaced(visible(text)).strip(), max);
    }

    /// With its line breaks, at most `max` characters.
    public static String paragraph(String text, int max) {
        return cut(visible(text.replace("\r\n", "\n").replace('\r', '\n')).strip(), max);
    }

    /// A link that is safe to offer: https, with a host and without credentials.
    public static Optional<String> link(String text) {
        try {
            URI uri = URI.create(text.strip());
            boolean safe = "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null;
            return safe && text.length() <= 2000 ? Optional.of(uri.toASCIIString()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Cuts without halving a character.
    public static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int end = max - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    private static String visible(String text) {
        if (text.chars().noneMatch(Untrusted::mayBeInvisible)) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().filter(character -> !isInvisible(character)).forEach(visible::appendCodePoint);
        return visible.toString();
    }

    /// Half a character may stand alone, which only the whole text shows.
    private static boolean mayBeInvisible(int unit) {
        return Character.isSurrogate((char) unit) || isInvisible(unit);
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\n' && character != '\t';
            case Character.FORMAT -> character != ZERO_WIDTH_JOINER;
            case Character.PRIVATE_USE, Character.SURROGATE -> true;
            default -> false;
        };
    }

    /// Each run of spaces is one.
    private static String spaced(String text) {
        StringBuilder spaced = new StringBuilder(text.length());
        boolean after = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean space = isSpace(character);
            if (!space || !after) {
                spaced.append(space ? ' ' : character);
            }
            after = space;
        }
        return spaced.toString();
    }

    private static boolean isSpace(char character) {
        return switch (character) {
            case ' ', '\t', '\n', '\u000B', '\f', '\r', NO_BREAK_SPACE, LINE_SEPARATOR, PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
