package io.adskull.simulator.tiktok.consent;

import io.adskull.simulator.tiktok.DeveloperApp;
import io.adskull.simulator.tiktok.TikTokConfig;
import io.adskull.simulator.tiktok.demo.Login;
import io.adskull.simulator.tiktok.demo.World;
import io.adskull.simulator.tiktok.grant.Grant;
import io.adskull.simulator.tiktok.grant.Grants;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/// `/v2/auth/authorize/`: the owner of one TikTok account lets our app read it, or does not.
@Path("/v2/auth/authorize/")
@Produces(MediaType.TEXT_HTML)
public class AccountConsentResource {
    private static final Logger LOG = Logger.getLogger(AccountConsentResource.class);

    private final Clock clock;
    private final World world;
    private final Grants grants;
    private final DeveloperApp app;
    private final RedirectUri redirects;
    private final TikTokConfig config;

    AccountConsentResource(
            Clock clock, World world, Grants grants, DeveloperApp app, RedirectUri redirects, TikTokConfig config) {
        this.clock = clock;
        this.world = world;
        this.grants = grants;
        this.app = app;
        this.redirects = redirects;
        this.config = config;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance account(ConsentAsked asked, List<String> scopeNames);
    }

    @GET
    public Response page(
            @RestQuery("client_key") Optional<String> clientKey,
            @RestQuery("response_type") Optional<String> responseType,
            @RestQuery("redirect_uri") Optional<String> redirectUri,
            @RestQuery Optional<String> scope,
            @Context UriInfo uri) {
        return page(clientKey, redirectUri, scope, uri, problem(clientKey, responseType, redirectUri));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decided(
            @RestQuery("client_key") Optional<String> clientKey,
            @RestQuery("response_type") Optional<String> responseType,
            @RestQuery("redirect_uri") Optional<String> redirectUri,
            @RestQuery Optional<String> scope,
            @RestQuery Optional<String> state,
            @Context UriInfo uri,
            @RestForm("login") Optional<String> name,
            @RestForm Optional<String> decision) {
        String problem = problem(clientKey, responseType, redirectUri);
        Optional<Login> login = world.login(name.orElse("").strip())
                .filter(known -> known.tikTokAccount().isPresent());
        boolean authorized = decision.equals(Optional.of("authorize"));
        if (problem.isEmpty() && authorized && login.isEmpty()) {
            problem = "Nobody of that name owns a TikTok account here. Choose one of the logins.";
        }
        if (!problem.isEmpty()) {
            return page(clientKey, redirectUri, scope, uri, problem);
        }
        Map<String, String> back = new LinkedHashMap<>();
        if (authorized) {
            back.put(
                    "code",
                    grants.write(code(login.orElseThrow(), clientKey.orElseThrow(), redirectUri.orElseThrow())));
            back.put("scopes", Scope.ACCOUNT_SCOPES);
            LOG.infof("authorised login=%s app=%s", login.get().login(), clientKey.get());
        } else {
            back.put("error", "access_denied");
            back.put("error_description", "The user did not allow it.");
        }
        state.ifPresent(value -> back.put("state", value));
        return Response.seeOther(RedirectUri.with(redirectUri.orElseThrow(), back))
                .build();
    }

    private Grant code(Login login, String clientKey, String redirectUri) {
        Instant now = clock.instant();
        String id = Grants.newId();
        return new Grant(
                Grant.Kind.ACCOUNT_CODE,
                id,
                id,
                login.login(),
                clientKey,
                now,
                now.plus(config.accountCodeLifetime()),
                null,
                null,
                null,
                redirectUri,
                true);
    }

    private String problem(Optional<String> clientKey, Optional<String> responseType, Optional<String> redirectUri) {
        if (clientKey.isEmpty() || !app.known(clientKey.get())) {
            return "This app does not exist or has been blocked: check client_key.";
        }
        if (!responseType.equals(Optional.of("code"))) {
            return "Only response_type=code is possible.";
        }
        if (redirectUri.isEmpty() || !redirects.allowed(redirectUri.get())) {
            return "The redirect address is not one that the app registered: check redirect_uri.";
        }
        return "";
    }

    private Response page(
            Optional<String> clientKey,
            Optional<String> redirectUri,
            Optional<String> scope,
            UriInfo uri,
            String problem) {
        List<Login> logins = world.described().stream()
                .filter(login -> login.tikTokAccount().isPresent())
                .toList();
        ConsentAsked asked = new ConsentAsked(
                uri.getRequestUri().toString(),
                clientKey.orElse(""),
                redirectUri.orElse(""),
                logins,
                List.of(),
                problem);
        List<String> scopes = List.of(scope.orElse(Scope.ACCOUNT_SCOPES).split(","));
        return Response.status(problem.isEmpty() ? 200 : 400)
                .entity(Templates.account(asked, scopes))
                .build();
    }
}
