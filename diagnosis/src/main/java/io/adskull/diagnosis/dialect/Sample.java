package io.adskull.diagnosis.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// An answer whose platform is not known.
///
/// @param address that was called, in lower case; empty when not known
/// @param headers of the answer; names in lower case
public record Sample(String address, Map<String, String> headers, Content content) {

    public static Sample of(Optional<String> endpoint, Map<String, String> headers, byte[] body) {
        return new Sample(endpoint.orElse("").toLowerCase(Locale.ROOT), headers, Content.of(body));
    }

    /// Whether one of these stands in the address, or, with a scheme before it, in what an exception says of it.
    public boolean isAddressedTo(String... hosts) {
        String words = words().toLowerCase(Locale.ROOT);
        boolean named = words.contains("https://");
        for (String host : hosts) {
            if (address.contains(host) || named && host.indexOf('.') > 0 && words.contains(host)) {
                return true;
            }
        }
        return false;
    }

    /// The JSON that it is or quotes; a missing node when there is none.
    public JsonNode json() {
        return switch (content) {
            case Content.Json json -> json.root();
            case Content.Text text -> text.quoted().orElse(MissingNode.getInstance());
            default -> MissingNode.getInstance();
        };
    }

    /// Its words where it is no JSON; blank otherwise.
    public String words() {
        return switch (content) {
            case Content.Text text -> text.text();
            case Content.Page page -> page.words();
            case Content.Markup markup -> markup.text();
            default -> "";
        };
    }

    public boolean hasHeader(String prefix) {
        return headers.keySet().stream().anyMatch(name -> name.startsWith(prefix));
    }
}
