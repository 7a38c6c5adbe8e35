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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// `/portal/auth`: a TikTok for Business user ticks ad accounts and permissions, then authorises our app, or does
/// not. A form with only `login` and `decision` stands for "everything is ticked".
@Path("/portal/auth")
@Produces(MediaType.TEXT_HTML)
public class AdvertiserConsentResource {
    private static final Logger LOG = Logger.getLogger(AdvertiserConsentResource.class);

    private final Clock clock;
    private final World world;
    private final Grants grants;
    private final DeveloperApp app;
    private final RedirectUri redirects;
    private final TikTokConfig config;

    AdvertiserConsentResource(
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

        static native TemplateInstance advertisers(ConsentAsked asked, long withdrawnAfter);
    }

    @GET
    public Response page(
            @RestQuery("app_id") Optional<String> appId,
            @RestQuery("redirect_uri") Optional<String> redirectUri,
            @Context UriInfo uri) {
        return page(appId, redirectUri, uri, problem(appId, redirectUri));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decided(
            @RestQuery("app_id") Optional<String> appId,
            @RestQuery("redirect_uri") Optional<String> redirectUri,
            @RestQuery Optional<String> state,
            @Context UriInfo uri,
            MultivaluedMap<String, String> form) {
        String problem = problem(appId, redirectUri);
        Optional<Login> login = world.login(
                        Optional.ofNullable(form.getFirst("login")).orElse("").strip())
                .filter(known -> known.tikTokAccount().isEmpty());
        boolean authorized = "authorize".equals(form.getFirst("decision"));
        if (problem.isEmpty() && authorized && login.isEmpty()) {
            problem = "Nobody of that name has ad accounts here. Choose one of the logins.";
        }
        if (!problem.isEmpty()) {
            return page(appId, redirectUri, uri, problem);
        }
        Map<String, String> back = new LinkedHashMap<>();
        if (authorized) {
            String code = grants.write(code(login.orElseThrow(), appId.orElseThrow(), form));
            back.put("auth_code", code);
            back.put("code", code);
            LOG.infof("authorised login=%s app=%s", login.get().login(), appId.get());
        } else {
            back.put("error", "access_denied");
        }
        state.ifPresent(value -> back.put("state", value));
        return Response.seeOther(RedirectUri.with(redirectUri.orElseThrow(), back))
                .build();
    }

    private Grant code(Login login, String appId, MultivaluedMap<String, String> form) {
        Instant now = clock.instant();
        String id = Grants.newId();
        boolean ticked = form.containsKey("ticked");
        return new Grant(
                Grant.Kind.ADVERTISER_CODE,
                id,
                id,
                login.login(),
                appId,
                now,
                now.plus(config.advertiserCodeLifetime()),
                null,
                ticked || form.containsKey("account") ? accounts(login, form.get("account")) : null,
                ticked ? chosen(form.get("scope")) : null,
                null,
                form.containsKey("keep"));
    }

    /// Only those of the login; nothing to remember when all of them are ticked.
    private static @Nullable List<String> accounts(Login login, @Nullable List<String> ticked) {
        List<String> own =
                chosen(ticked).stream().filter(login.byId()::containsKey).toList();
        return own.size() == login.byId().size() ? null : own;
    }

    private static List<String> chosen(@Nullable List<String> values) {
        return values == null ? List.of() : List.copyOf(values);
    }

    private String problem(Optional<String> appId, Optional<String> redirectUri) {
        if (appId.isEmpty() || !app.known(appId.get())) {
            return "This app does not exist or has been blocked: check app_id.";
        }
        if (redirectUri.isEmpty() || !redirects.allowed(redirectUri.get())) {
            return "The redirect address is not one that the app registered: check redirect_uri.";
        }
        return "";
    }

    private Response page(Optional<String> appId, Optional<String> redirectUri, UriInfo uri, String problem) {
        List<Login> logins = world.described().stream()
                .filter(login -> login.tikTokAccount().isEmpty())
                .toList();
        ConsentAsked asked = new ConsentAsked(
                uri.getRequestUri().toString(), appId.orElse(""), redirectUri.orElse(""), logins, Scope.ALL, problem);
        return Response.status(problem.isEmpty() ? 200 : 400)
                .entity(Templates.advertisers(asked, config.revokeAfter().toSeconds()))
                .build();
    }
}
