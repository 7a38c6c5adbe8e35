package io.adskull.dashboard.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;

/// A browser that came by https once comes by nothing else for a year. Behind a proxy, https is what the proxy says
/// (`quarkus.http.proxy.proxy-address-forwarding`).
class HttpsOnly {
    private static final int EARLY = 1_000;

    void register(@Observes Filters filters) {
        filters.register(
                routing -> {
                    if (routing.request().isSSL()) {
                        routing.response().putHeader("Strict-Transport-Security", "max-age=31536000");
                    }
                    routing.next();
                },
                EARLY);
    }
}
