package io.adskull.token.connect;

import io.adskull.contract.account.Platform;
import io.adskull.token.web.Problem;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.faulttolerance.api.RateLimit;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Where consent pages send people back to. Open to anybody; the state decides who is meant.
@Path("/callback")
@Blocking
public class CallbackResource {
    private final CompleteConsent consent;
    private final ConsentPages pages;
    private final BrowserCookie cookie;
    private final ConnectSettings settings;

    CallbackResource(CompleteConsent consent, ConsentPages pages, BrowserCookie cookie, ConnectSettings settings) {
        this.consent = consent;
        this.pages = pages;
        this.cookie = cookie;
        this.settings = settings;
    }

    @GET
    @Path("/{platform}")
    @RateLimit(value = 50, window = 1, windowUnit = ChronoUnit.SECONDS)
    public Response callback(String platform, UriInfo uri, HttpHeaders headers) {
        return Platform.find(platform)
                .map(known -> callback(known, uri, headers))
                .orElseGet(() -> Problem.notFound("no such platform"));
    }

    private Response callback(Platform platform, UriInfo uri, HttpHeaders headers) {
        Map<String, String> parameters = uri.getQueryParameters().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, parameter -> parameter.getValue().getFirst()));
        Optional<String> state = Optional.ofNullable(parameters.get("state"));
        Optional<String> browser = state.flatMap(text -> cookie.read(text, headers.getCookies()));
        ConsentResult result = consent.complete(new Callback(platform, parameters, browser));
        Response.ResponseBuilder response = answer(platform, result)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'self'; frame-ancestors 'none'");
        state.filter(text -> browser.isPresent()).ifPresent(text -> response.cookie(cookie.clear(text)));
        return response.build();
    }

    private Response.ResponseBuilder answer(Platform platform, ConsentResult result) {
        return switch (result) {
            case ConsentResult.Connected(var connection) ->
                Response.seeOther(UriBuilder.fromUri(settings.dashboardUrl())
                        .queryParam("connected", connection)
                        .build());
            case ConsentResult.Cancelled(String kind) -> page(Response.Status.OK, pages.cancelled(platform, kind));
            case ConsentResult.StateRejected(StateCheck check) ->
                page(Response.Status.BAD_REQUEST, pages.rejected(platform, check));
            case ConsentResult.Refused(String kind, String reason) ->
                page(Response.Status.BAD_GATEWAY, pages.refused(platform, kind, reason));
            case ConsentResult.NothingGranted(String kind, String businessName) ->
                page(Response.Status.CONFLICT, pages.nothingGranted(platform, kind, businessName));
        };
    }

    private static Response.ResponseBuilder page(Response.Status status, ConsentPage page) {
        return Response.status(status).type(MediaType.TEXT_HTML_TYPE).entity(page.render());
    }
}
