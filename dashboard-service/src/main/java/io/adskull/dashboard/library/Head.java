package io.adskull.dashboard.library;

import java.net.URI;
import java.util.Optional;

/// What search engines and link previews read of a page.
///
/// @param canonical the one address of what the page says; empty for pages that no engine should list
public record Head(String title, String description, Optional<String> canonical) {
    private static final int LONGEST_DESCRIPTION = 158;

    static Head listed(String title, String description, String path, URI site) {
        String base = site.toString().replaceAll("/+$", "");
        return new Head(title, shortened(description), Optional.of(base + path));
    }

    static Head unlisted(String title, String description) {
        return new Head(title, shortened(description), Optional.empty());
    }

    /// Cut between words.
    static String shortened(String text) {
        if (text.length() <= LONGEST_DESCRIPTION) {
            return text;
        }
        int end = text.lastIndexOf(' ', LONGEST_DESCRIPTION - 1);
        return text.substring(0, end > 0 ? end : LONGEST_DESCRIPTION - 1) + "\u2026";
    }
}
