package io.adskull.simulator.oauth;

import io.adskull.simulator.fault.BadOrder;
import io.adskull.simulator.oauth.grant.Grant;
import io.adskull.simulator.oauth.token.Counts;
import io.quarkus.arc.All;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// What a person does at the platform behind our back: takes a consent back, or a part of it.
@Path("/simulator")
public class ControlResource {
    private static final Logger LOG = Logger.getLogger(ControlResource.class);

    /// Names a person by login, by the platform's own id, or by an ad account that their consent reaches.
    public record Whose(
            @Nullable String platform,
            @Nullable String login,
            @Nullable String identity,
            @Nullable String account,
            @Nullable List<String> scopes) {}

    private final List<OauthPlatform> platforms;

    ControlResource(@All List<OauthPlatform> platforms) {
        this.platforms = platforms;
    }

    /// Every consent given until now by that person is dead, with everything that descends from it.
    @POST
    @Path("grants/revoke")
    public Map<String, String> revoke(Whose whose) {
        OauthPlatform platform = platform(whose);
        platform.oauth().grants().withdraw(fits(platform, whose));
        LOG.infof("consents withdrawn platform=%s", platform.name());
        return Map.of("platform", platform.name());
    }

    /// Every consent given until now by that person keeps only these scopes.
    @POST
    @Path("grants/scopes")
    public Map<String, String> narrow(Whose whose) {
        OauthPlatform platform = platform(whose);
        if (whose.scopes() == null) {
            throw new BadOrder(400, List.of("'scopes' must list the scopes that are left."));
        }
        platform.oauth().grants().narrow(fits(platform, whose), whose.scopes());
        LOG.infof("scopes reduced platform=%s scopes=%s", platform.name(), whose.scopes());
        return Map.of("platform", platform.name());
    }

    @GET
    @Path("oauth/stats")
    public Map<String, Counts.Snapshot> stats() {
        return platforms.stream()
                .collect(Collectors.toMap(
                        OauthPlatform::name,
                        platform -> platform.oauth().counts().snapshot(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private OauthPlatform platform(Whose whose) {
        return platforms.stream()
                .filter(known -> known.name().equals(whose.platform()))
                .findFirst()
                .orElseThrow(() -> new BadOrder(
                        400,
                        List.of("'platform' must be one of "
                                + platforms.stream()
                                        .map(OauthPlatform::name)
                                        .sorted()
                                        .collect(Collectors.joining(", "))
                                + ".")));
    }

    private static Predicate<Grant> fits(OauthPlatform platform, Whose whose) {
        if (whose.login() == null && whose.identity() == null && whose.account() == null) {
            throw new BadOrder(400, List.of("Say whose: 'login', 'identity' or 'account'."));
        }
        return grant -> platform.oauth()
                .world()
                .login(grant.login())
                .map(login -> new Caller(grant, login, grant.scopes()))
                .filter(caller -> whose.login() == null
                        || whose.login().equals(caller.login().login()))
                .filter(caller -> whose.identity() == null
                        || whose.identity().equals(caller.login().identity()))
                .filter(caller -> whose.account() == null
                        || caller.account(Objects.requireNonNull(whose.account()))
                                .isPresent())
                .isPresent();
    }
}
