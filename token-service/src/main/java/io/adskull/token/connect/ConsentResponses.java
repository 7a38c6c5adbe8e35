package io.adskull.token.connect;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriBuilder;
import java.util.ArrayList;
import java.util.List;

/// What a browser gets. It is sent to a platform's configured consent page or to the dashboard, and nowhere else,
/// whatever a request says; pages are kept by nobody.
@Singleton
class ConsentResponses {
    private final ConsentPages pages;
    private final BrowserCookie cookie;
    private final OpenChoices choices;
    private final ConnectSettings settings;

    ConsentResponses(ConsentPages pages, BrowserCookie cookie, OpenChoices choices, ConnectSettings settings) {
        this.pages = pages;
        this.cookie = cookie;
        this.choices = choices;
        this.settings = settings;
    }

    Response started(Purpose purpose, StartConsent.Outcome outcome) {
        return switch (outcome) {
            case StartConsent.Outcome.Started started -> toConsentPage(started);
            case StartConsent.Outcome.NotSetUp n -> page(Status.SERVICE_UNAVAILABLE, pages.notNow(purpose.platform()));
            case StartConsent.Outcome.Unavailable u ->
                page(Status.SERVICE_UNAVAILABLE, pages.notNow(purpose.platform()));
        };
    }

    Response toConsentPage(StartConsent.Outcome.Started started) {
        return guarded(Response.seeOther(started.consentPage()))
                .cookie(cookie.set(started.state(), started.browser()))
                .build();
    }

    Response ended(ConsentResult result) {
        return switch (result) {
            case ConsentResult.Connected(var purpose, var connection, var missing)
            when missing.isEmpty() ->
                guarded(Response.seeOther(UriBuilder.fromUri(settings.dashboardUrl())
                                .queryParam("connected", connection)
                                .build()))
                        .build();
            case ConsentResult.Connected(var purpose, var connection, var missing) ->
                page(Status.OK, pages.connectedWithout(missing), result, "Ask again");
            case ConsentResult.Cancelled(Purpose purpose) ->
                page(Status.OK, pages.cancelled(purpose), result, "Start again");
            case ConsentResult.StateRejected(var platform, StateCheck check) ->
                page(Status.BAD_REQUEST, pages.rejected(platform, check));
            case ConsentResult.Refused(Purpose purpose, String reason) ->
                page(Status.BAD_GATEWAY, pages.refused(purpose, reason), result, "Start again");
            case ConsentResult.NothingGranted(Purpose purpose, String businessName) ->
                page(Status.CONFLICT, pages.nothingGranted(purpose, businessName), result, "Start again");
            case ConsentResult.OtherLogin(Purpose purpose, String expected, String came) ->
                page(Status.CONFLICT, pages.otherLogin(purpose, expected, came), result, "Start again");
            case ConsentResult.BringsLess(Purpose purpose, String name, Shortfall shortfall, HeldGrant h) ->
                page(Status.OK, pages.bringsLess(purpose, name, shortfall), result, "Ask again");
            case ConsentResult.Gone(var platform) -> page(Status.GONE, pages.gone(platform));
            case ConsentResult.AlreadyRenewed(var platform, String name, var at) ->
                page(Status.GONE, pages.alreadyRenewed(name, at));
        };
    }

    /// What a link comes to that does not lead to a consent.
    Response refused(ReadTicket.Outcome outcome) {
        return switch (outcome) {
            case ReadTicket.Outcome.Expired e -> page(Status.GONE, pages.expired());
            case ReadTicket.Outcome.Gone(var platform) -> page(Status.GONE, pages.gone(platform));
            case ReadTicket.Outcome.Used(var platform, String name, var at) ->
                page(Status.GONE, pages.alreadyRenewed(name, at));
            case ReadTicket.Outcome.Forged f -> page(Status.BAD_REQUEST, pages.forged());
            case ReadTicket.Outcome.Allowed a -> throw new IllegalStateException("this link is good");
            case ReadTicket.Outcome.MayEnd m -> throw new IllegalStateException("this link is good");
        };
    }

    /// Asks before it is done.
    ///
    /// @param ticket comes back with the answer
    Response asked(ReadTicket.Outcome.MayEnd ending, String ticket) {
        var yes = new ConsentPage.Button("disconnect", "Disconnect", "danger");
        return page(
                Status.OK,
                pages.disconnect(ending.platform(), ending.businessName(), ending.accounts())
                        .with(new ConsentPage.Form("/disconnect", "ticket", ticket, List.of(yes))));
    }

    Response disconnected(ReadTicket.Outcome.MayEnd ended) {
        return page(Status.OK, pages.disconnected(ended.platform(), ended.businessName()));
    }

    private Response page(Status status, ConsentPage page) {
        return guarded(Response.status(status).type(MediaType.TEXT_HTML_TYPE).entity(page.render()))
                .build();
    }

    private Response page(Status status, ConsentPage page, ConsentResult result, String again) {
        NextStep next = result.next().orElseThrow();
        OpenChoices.Opened opened = choices.open(next);
        List<ConsentPage.Button> buttons = new ArrayList<>();
        buttons.add(new ConsentPage.Button("again", again, "primary"));
        if (next.held().isPresent()) {
            buttons.add(new ConsentPage.Button("keep", "Keep it so", ""));
        }
        ConsentPage choosing = page.with(new ConsentPage.Form(
                "/callback/choice", "choice", opened.choice().value(), buttons));
        return Response.fromResponse(page(status, choosing))
                .cookie(cookie.set(opened.choice(), opened.browser()))
                .build();
    }

    static Response.ResponseBuilder guarded(Response.ResponseBuilder response) {
        return response.header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Robots-Tag", "noindex")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'");
    }
}
