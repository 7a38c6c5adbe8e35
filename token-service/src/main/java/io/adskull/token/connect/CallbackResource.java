package io.adskull.token.connect;

import io.adskull.access.Problem;
import io.adskull.contract.account.Platform;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.faulttolerance.api.RateLimit;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Where consent pages send people back to. Open to anybody; the state decides who is meant.
@Path("/callback")
@Blocking
public class CallbackResource {
    private final CompleteConsent consent;
    private final ConsentResponses responses;
    private final BrowserCookie cookie;

    CallbackResource(CompleteConsent consent, ConsentResponses responses, BrowserCookie cookie) {
        this.consent = consent;
        this.responses = responses;
        this.cookie = cookie;
    }

    @GET
    @Path("/{platform}")
    @RateLimit(value = 50, window = 1, windowUnit = ChronoUnit.SECONDS)
    public Response callback(String platform, UriInfo uri, HttpHeaders headers) {
        return Platform.find(platform)
                .map(known -> callback(known, uri.getQueryParameters(), headers))
                .orElseGet(() -> Problem.notFound("no such platform"));
    }

    private Response callback(Platform platform, Map<String, List<String>> query, HttpHeaders headers) {
        if (query.values().stream().anyMatch(values -> values.size() > 1)) {
            // RFC 6749 section 3.1 allows no parameter twice; which of two is meant is not ours to guess.
            return responses.ended(new ConsentResult.StateRejected(Optional.of(platform), StateCheck.UNKNOWN));
        }
        Map<String, String> parameters = query.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, parameter -> parameter.getValue().getFirst()));
        Optional<String> state = Optional.ofNullable(parameters.get("state"));
        Optional<String> browser = state.flatMap(text -> cookie.read(text, headers.getCookies()));
        Response response = responses.ended(consent.complete(new Callback(platform, parameters, browser)));
        return browser.isEmpty()
                ? response
                : Response.fromResponse(response)
                        .cookie(cookie.clear(state.orElseThrow()))
                        .build();
    }
}
