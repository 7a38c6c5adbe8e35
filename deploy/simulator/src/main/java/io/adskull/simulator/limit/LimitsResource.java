package io.adskull.simulator.limit;

import io.adskull.simulator.SimulatedPlatform;
import io.adskull.simulator.fault.BadOrder;
import io.quarkus.arc.All;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Shows what was counted, and sets limits for as long as a test needs them.
@Path("/simulator/limits")
public class LimitsResource {
    private static final Logger LOG = Logger.getLogger(LimitsResource.class);

    /// @param kind the limit's name, such as `app-day`
    /// @param calls that fit into a window from now on
    public record Order(
            @Nullable String platform,
            @Nullable String kind,
            @Nullable Integer calls) {}

    private final Map<String, PlatformLimits> platforms = new TreeMap<>();

    LimitsResource(@All List<SimulatedPlatform> platforms, Limits limits) {
        for (SimulatedPlatform platform : platforms) {
            PlatformLimits described = limits.of(platform.name());
            if (!described.all().isEmpty()) {
                this.platforms.put(platform.name(), described);
            }
        }
    }

    @GET
    public Map<String, Map<String, Limit.Count>> counted() {
        Map<String, Map<String, Limit.Count>> counted = new TreeMap<>();
        platforms.forEach((platform, limits) -> {
            Map<String, Limit.Count> kinds = new TreeMap<>();
            limits.all().forEach((name, limit) -> kinds.put(name, limit.counted()));
            counted.put(platform, kinds);
        });
        return counted;
    }

    @PUT
    public void put(Order order) {
        set(order);
    }

    @POST
    public void post(Order order) {
        set(order);
    }

    /// Back to the configured limits; nobody is paused any more.
    @DELETE
    public void reset() {
        platforms.values().forEach(limits -> limits.all().values().forEach(Limit::reset));
        LOG.info("limits reset");
    }

    private void set(Order order) {
        PlatformLimits limits = platforms.get(order.platform() == null ? "" : order.platform());
        if (limits == null) {
            throw new BadOrder(
                    400, List.of("'platform' must be one of " + String.join(", ", platforms.keySet()) + "."));
        }
        Optional<Limit> limit = limits.find(order.kind() == null ? "" : order.kind());
        if (limit.isEmpty()) {
            throw new BadOrder(
                    400,
                    List.of("'kind' must be one of "
                            + String.join(", ", limits.all().keySet()) + "."));
        }
        if (order.calls() == null || order.calls() < 0) {
            throw new BadOrder(400, List.of("'calls' must be a number of calls, 0 or more."));
        }
        limit.get().set(order.calls());
        LOG.infof("limit set platform=%s kind=%s calls=%d", order.platform(), order.kind(), order.calls());
    }
}
