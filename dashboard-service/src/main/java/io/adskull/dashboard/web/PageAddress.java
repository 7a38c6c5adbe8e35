package io.adskull.dashboard.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// A page's address with what was chosen on it; what was left as it is does not stand in it.
record PageAddress(String text) {
    /// @param value as it is; it is encoded here, and left out where it is empty
    PageAddress with(String name, String value) {
        if (value.isEmpty()) {
            return this;
        }
        char joint = text.indexOf('?') < 0 ? '?' : '&';
        return new PageAddress(text + joint + name + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
