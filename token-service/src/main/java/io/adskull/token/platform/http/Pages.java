package io.adskull.token.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.contract.UnreadableEvent;
import io.adskull.diagnosis.Answer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.Function;

/// Reads a list page by page, for as long as it says that there is another one, within reason.
public final class Pages {
    /// An agency with more accounts than these pages hold is connected with those.
    private static final int MOST = 50;

    private Pages() {}

    /// The page that an answer's link stands for, asked for where this service was told that the API is,
    /// wherever the link points. Empty where there is no link.
    ///
    /// @throws UnreadableEvent when the link is no address: then nobody knows what the list lacks
    public static Optional<URI> behind(String link, URI list) {
        try {
            return Optional.ofNullable(new URI(link).getRawQuery()).map(query -> URI.create(list + "?" + query));
        } catch (URISyntaxException e) {
            throw new UnreadableEvent("the address of the list's next page is none");
        }
    }

    /// @param read gets a page
    /// @param take uses a page and says where the next one is
    /// @return the answer that was none, if any
    public static Optional<Answer> follow(
            Function<URI, JsonReply> read, URI first, Function<JsonNode, Optional<URI>> take) {
        Optional<URI> next = Optional.of(first);
        for (int page = 0; page < MOST && next.isPresent(); page++) {
            switch (read.apply(next.get())) {
                case JsonReply.Failed(Answer failed) -> {
                    return Optional.of(failed);
                }
                case JsonReply.Done(JsonNode body) -> next = take.apply(body);
            }
        }
        return Optional.empty();
    }
}
