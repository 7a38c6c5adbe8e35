package io.adskull.dashboard.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/// A part of a list, which names the next one in the header `Link` (RFC 8288) where there may be one.
final class Part {
    private Part() {}

    /// @param most how many were asked for
    /// @param name what `after` calls an item
    static <T> RestResponse<List<T>> of(List<T> items, int most, UriInfo uri, Function<T, String> name) {
        var answer = RestResponse.ResponseBuilder.ok(items);
        if (items.size() == most) {
            URI next = uri.getRequestUriBuilder()
                    .replaceQueryParam("after", name.apply(items.getLast()))
                    .build();
            answer.header(HttpHeaders.LINK, Link.fromUri(next).rel("next").build());
        }
        return answer.build();
    }
}
