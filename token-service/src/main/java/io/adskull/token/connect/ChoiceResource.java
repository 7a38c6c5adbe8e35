package io.adskull.token.connect;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.faulttolerance.api.RateLimit;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// The buttons at the end of a consent. Another site cannot press them: it does not know the choice's text, and the
/// browser does not send it the cookie's.
@Path("/callback/choice")
@Blocking
public class ChoiceResource {
    private final MakeChoice choices;
    private final ConsentResponses responses;
    private final BrowserCookie cookie;

    ChoiceResource(MakeChoice choices, ConsentResponses responses, BrowserCookie cookie) {
        this.choices = choices;
        this.responses = responses;
        this.cookie = cookie;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RateLimit(value = 50, window = 1, windowUnit = ChronoUnit.SECONDS)
    public Response choose(
            @FormParam("choice") @DefaultValue("") String choice,
            @FormParam("decision") @DefaultValue("") String decision,
            @Context HttpHeaders headers) {
        Optional<String> browser = cookie.read(choice, headers.getCookies());
        Response response =
                switch (choices.choose(choice, decision.equals("keep"), browser)) {
                    case MakeChoice.Outcome.Again(Purpose purpose, var started) -> responses.started(purpose, started);
                    case MakeChoice.Outcome.Ended(ConsentResult result) -> responses.ended(result);
                };
        return browser.isEmpty()
                ? response
                : Response.fromResponse(response).cookie(cookie.clear(choice)).build();
    }
}
