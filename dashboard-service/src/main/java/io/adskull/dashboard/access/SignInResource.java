package io.adskull.dashboard.access;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// In and out. The provider sends people back to `/sign-in`, where Quarkus has made the session by then.
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@PermitAll
public class SignInResource {
    private static final String OVER = "/signed-out";

    private final Viewer viewer;
    private final OidcSession session;
    private final Instance<OidcConfigurationMetadata> provider;
    private final String clientId;

    SignInResource(
            Viewer viewer,
            OidcSession session,
            Instance<OidcConfigurationMetadata> provider,
            @ConfigProperty(name = "quarkus.oidc.client-id") String clientId) {
        this.viewer = viewer;
        this.session = session;
        this.provider = provider;
        this.clientId = clientId;
    }

    @CheckedTemplate(basePath = "access")
    static final class Template {
        private Template() {}

        static native TemplateInstance signedOut(boolean stillSignedIn);

        static native TemplateInstance leaving(String next);

        static native TemplateInstance failed(String why);
    }

    @GET
    @Path("sign-in")
    @Operation(hidden = true)
    public Response signIn(@QueryParam("code") @DefaultValue("") String code) {
        if (viewer.known()) {
            return Response.seeOther(URI.create("/")).build();
        }
        if (code.isEmpty()) {
            throw new UnauthorizedException();
        }
        // Asked again, the provider would only send everybody back here, round and round.
        return Response.status(Response.Status.UNAUTHORIZED)
                .entity(Template.failed("Your browser did not keep the cookie that the sign-in began with. "
                                + "Allow cookies for this site and begin again from the overview.")
                        .render())
                .build();
    }

    /// @param error as RFC 6749 names it; any other word is not repeated
    @GET
    @Path("sign-in/failed")
    @Operation(hidden = true)
    public Response failed(@QueryParam("error") @DefaultValue("") String error) {
        String why =
                switch (error) {
                    case "access_denied" -> "The sign-in was cancelled, or your organisation does not let you in here.";
                    case "temporarily_unavailable", "server_error" ->
                        "The sign-in service of your organisation has trouble. Try again in a few minutes.";
                    default ->
                        "The sign-in service refused. If it happens again, tell whoever runs AdSkull for you when it was.";
                };
        return Response.status(Response.Status.UNAUTHORIZED)
                .entity(Template.failed(why).render())
                .build();
    }

    /// Ends the session here in any case, and at the provider where it can be told so.
    @POST
    @Path("sign-out")
    @Operation(hidden = true)
    public Uni<Response> signOut(@Context UriInfo uri) {
        if (!viewer.signedIn()) {
            return Uni.createFrom().item(Response.seeOther(URI.create(OVER)).build());
        }
        String end = provider.get().getEndSessionUri();
        return session.logout()
                .map(over -> end == null
                        ? Response.seeOther(URI.create(OVER)).build()
                        : on(end(end, uri.getBaseUri().resolve(OVER))));
    }

    @GET
    @Path("signed-out")
    @Operation(hidden = true)
    public TemplateInstance signedOut() {
        return Template.signedOut(viewer.known());
    }

    /// Browsers hold a redirect that follows a form against the policy's `form-action`, a refresh not.
    private static Response on(String next) {
        return Response.ok(Template.leaving(next).render())
                .header("Refresh", "0;url=" + next)
                .build();
    }

    /// Names the client instead of showing the ID token (OpenID Connect RP-Initiated Logout 1.0, section 2): a token in
    /// an address ends up in histories and logs. A provider may ask the person whether it is meant.
    private String end(String endSession, URI back) {
        return endSession + (endSession.contains("?") ? "&" : "?") + "client_id=" + encoded(clientId)
                + "&post_logout_redirect_uri=" + encoded(back.toString());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
