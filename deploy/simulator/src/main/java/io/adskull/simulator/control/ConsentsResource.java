package io.adskull.simulator.control;

import io.adskull.simulator.fault.BadOrder;
import io.quarkus.arc.All;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Takes consents back, or a part of them, as their people would at the platform.
@Path("/simulator")
public class ConsentsResource {
    private static final Logger LOG = Logger.getLogger(ConsentsResource.class);

    /// @param scopes those that are left; only for `grants/scopes`
    public record Order(
            @Nullable String platform,
            @Nullable String login,
            @Nullable String identity,
            @Nullable String account,
            @Nullable List<String> scopes) {
        Whose whose() {
            return new Whose(Optional.ofNullable(login), Optional.ofNullable(identity), Optional.ofNullable(account));
        }
    }

    private final TreeMap<String, Consents> platforms = new TreeMap<>();

    ConsentsResource(@All List<Consents> consents) {
        consents.forEach(platform -> platforms.put(platform.name(), platform));
    }

    @POST
    @Path("grants/revoke")
    public void revoke(Order order) {
        Consents consents = checked(order);
        consents.withdraw(order.whose());
        LOG.infof("consents withdrawn platform=%s", consents.name());
    }

    @POST
    @Path("grants/scopes")
    public void narrow(Order order) {
        Consents consents = checked(order);
        if (order.scopes() == null) {
            throw new BadOrder(400, List.of("'scopes' must list the scopes that are left."));
        }
        consents.narrow(order.whose(), order.scopes());
        LOG.infof("scopes reduced platform=%s scopes=%s", consents.name(), order.scopes());
    }

    @GET
    @Path("oauth/stats")
    public Map<String, Counts.Snapshot> stats() {
        Map<String, Counts.Snapshot> stats = new TreeMap<>();
        platforms.forEach((name, consents) -> stats.put(name, consents.counts().snapshot()));
        return stats;
    }

    private Consents checked(Order order) {
        Consents consents = platforms.get(order.platform() == null ? "" : order.platform());
        if (consents == null) {
            throw new BadOrder(
                    400, List.of("'platform' must be one of " + String.join(", ", platforms.keySet()) + "."));
        }
        if (!order.whose().named()) {
            throw new BadOrder(400, List.of("Say whose: 'login', 'identity' or 'account'."));
        }
        return consents;
    }
}
