package io.adskull.dashboard.live;

import io.adskull.contract.EventJson;
import io.adskull.dashboard.access.Role;
import io.adskull.dashboard.access.Tenant;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/// The live stream: says what changed, never how it is now; the page asks again for what it shows.
@Path("/live")
@RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMIN})
public class LiveResource {
    private static final long RETRY_MILLIS = 2_000;

    private final Subscriptions subscriptions;
    private final Tenant tenant;
    private final Duration heartbeat;

    LiveResource(Subscriptions subscriptions, Tenant tenant, LiveSettings settings) {
        this.subscriptions = subscriptions;
        this.tenant = tenant;
        this.heartbeat = settings.heartbeat();
    }

    /// @param account key; null when it is about a whole connection
    private record Told(@Nullable String account, @Nullable UUID incident) {}

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary =
                    "Hear what changes: event `change` with account and incident, event `look-again` after a gap or when much changes")
    public Multi<OutboundSseEvent> live(@Context Sse sse) {
        Multi<Subscriptions.News> news =
                subscriptions.watch(tenant.name()).orElseThrow(() -> new ServiceUnavailableException(30L));
        Multi<OutboundSseEvent> heartbeats = Multi.createFrom()
                .ticks()
                .startingAfter(Duration.ofMillis(1))
                .every(heartbeat)
                .onOverflow()
                .drop()
                .map(tick -> sse.newEventBuilder()
                        .reconnectDelay(RETRY_MILLIS)
                        .comment("watching")
                        .build());
        return Multi.createBy().merging().streams(heartbeats, news.map(item -> event(sse, item)));
    }

    private static OutboundSseEvent event(Sse sse, Subscriptions.News item) {
        return switch (item) {
            case Subscriptions.News.Changed changed ->
                sse.newEventBuilder()
                        .name("change")
                        .mediaType(MediaType.TEXT_PLAIN_TYPE)
                        .data(json(new Told(
                                changed.change().account(), changed.change().incident())))
                        .build();
            case Subscriptions.News.ChangedMuch much -> lookAgain(sse);
            case Subscriptions.News.LookAgain all -> lookAgain(sse);
        };
    }

    private static OutboundSseEvent lookAgain(Sse sse) {
        return sse.newEventBuilder().name("look-again").data("{}").build();
    }

    private static String json(Told told) {
        return new String(EventJson.write(told), StandardCharsets.UTF_8);
    }
}
