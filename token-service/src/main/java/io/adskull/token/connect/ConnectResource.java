package io.adskull.token.connect;

import io.adskull.contract.account.Platform;
import io.adskull.token.platform.TokenSystem;
import io.adskull.token.platform.TokenSystems;
import io.adskull.token.web.Caller;
import io.adskull.token.web.Problem;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.faulttolerance.api.RateLimit;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// The start of a consent.
@Path("/connect")
@Blocking
public class ConnectResource {
    private final Caller caller;
    private final TokenSystems systems;
    private final StartConsent consent;
    private final BrowserCookie cookie;

    ConnectResource(Caller caller, TokenSystems systems, StartConsent consent, BrowserCookie cookie) {
        this.caller = caller;
        this.systems = systems;
        this.consent = consent;
        this.cookie = cookie;
    }

    @GET
    @Path("/{platform}")
    @RateLimit(value = 50, window = 1, windowUnit = ChronoUnit.SECONDS)
    public Response connect(String platform, @QueryParam("kind") @DefaultValue("advertiser") String kind) {
        String tenant = caller.tenantToChange();
        Optional<TokenSystem> system = Platform.find(platform).flatMap(known -> systems.find(known, kind));
        if (system.isEmpty()) {
            return Problem.notFound("no such platform, or it has no such kind of account");
        }
        return switch (consent.start(system.get(), tenant)) {
            case StartConsent.Outcome.Started started ->
                Response.seeOther(started.consentPage())
                        .cookie(cookie.set(started))
                        .header("Cache-Control", "no-store")
                        .header("Referrer-Policy", "no-referrer")
                        .build();
            case StartConsent.Outcome.NotSetUp n ->
                Problem.of(Response.Status.SERVICE_UNAVAILABLE, "this platform is not set up here");
            case StartConsent.Outcome.Unavailable u ->
                Problem.of(Response.Status.SERVICE_UNAVAILABLE, "the platform does not answer, try again soon");
        };
    }
}
