package io.adskull.notifier.channel;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/// Text that a platform or an account's owner wrote, before it stands in a message: invisible and
/// direction-changing characters go, and it fits. Escaping for markup is the channel's own work.
public final class Untrusted {
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}&&[^\\n\\t\\x{200D}]]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\x{00A0}\\x{2028}\\x{2029}]+");

    private Untrusted() {}

    /// On one line, at most `max` characters, an ellipsis where it was cut.
    public static String line(String text, int max) {
        return cut(SPACES.matcher(visible(text)).replaceAll(" ").strip(), max);
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
        return INVISIBLE.matcher(text).replaceAll("");
    }
}
