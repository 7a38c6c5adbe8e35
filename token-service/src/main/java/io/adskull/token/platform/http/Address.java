package io.adskull.token.platform.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// An address with its parameters, each encoded.
public record Address(String text) {

    public static Address of(URI page) {
        return new Address(page.toString());
    }

    /// A path below this address.
    public Address path(String below) {
        return new Address(text.replaceAll("/+$", "") + below);
    }

    public Address with(String name, String value) {
        return new Address(text + (text.contains("?") ? "&" : "?") + name + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    public URI uri() {
        return URI.create(text);
    }
}
