package io.adskull.simulator.status;

import io.adskull.simulator.SimulatedPlatform;
import io.adskull.simulator.fault.BadOrder;
import io.quarkus.arc.All;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Orders what a platform tells of its own incidents.
@Path("/simulator/status/{platform}")
public class StatusResource {
    private static final Logger LOG = Logger.getLogger(StatusResource.class);

    /// @param guid of an incident that is told already, to tell something else of it; null makes a new one
    public record Order(
            @Nullable String guid,
            @Nullable String title,
            @Nullable String description,
            @Nullable String link,
            @Nullable Instant pubDate) {}

    private final StatusPages pages;
    private final Clock clock;
    private final Set<String> platforms = new TreeSet<>();

    StatusResource(StatusPages pages, Clock clock, @All List<SimulatedPlatform> platforms) {
        this.pages = pages;
        this.clock = clock;
        platforms.forEach(platform -> this.platforms.add(platform.name()));
    }

    @POST
    public Response tell(@RestPath String platform, Order order) {
        if (order.title() == null || order.title().isBlank()) {
            throw new BadOrder(400, List.of("'title' must say what is wrong."));
        }
        ReportedIncident incident = new ReportedIncident(
                Objects.requireNonNullElseGet(
                        order.guid(), () -> UUID.randomUUID().toString()),
                order.title(),
                Objects.requireNonNullElse(order.description(), ""),
                Objects.requireNonNullElse(order.link(), ""),
                Objects.requireNonNullElseGet(order.pubDate(), clock::instant));
        page(platform).tell(incident);
        LOG.infof("incident told platform=%s guid=%s", platform, incident.guid());
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("guid", incident.guid()))
                .build();
    }

    @GET
    public List<ReportedIncident> incidents(@RestPath String platform) {
        return page(platform).incidents();
    }

    /// All of them are over, and the feed is empty.
    @DELETE
    public void forgetAll(@RestPath String platform) {
        page(platform).clear();
    }

    @DELETE
    @Path("{guid}")
    public void forget(@RestPath String platform, @RestPath String guid) {
        if (!page(platform).forget(guid)) {
            throw new BadOrder(404, List.of("Nothing is told of an incident '" + guid + "'."));
        }
    }

    private StatusPage page(String platform) {
        if (!platforms.contains(platform)) {
            throw new BadOrder(404, List.of("There is no platform '" + platform + "'."));
        }
        return pages.of(platform);
    }
}
