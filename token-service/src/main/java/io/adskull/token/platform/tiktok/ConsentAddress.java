package io.adskull.token.platform.tiktok;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// A consent page's address with its parameters, each encoded.
record ConsentAddress(String text) {

    static ConsentAddress of(URI page) {
        return new ConsentAddress(page.toString());
    }

    ConsentAddress with(String name, String value) {
        return new ConsentAddress(text + (text.contains("?") ? "&" : "?") + name + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    URI uri() {
        return URI.create(text);
    }
}
