package io.adskull.simulator.status;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The status page of every platform.
@Singleton
public final class StatusPages {
    private final Map<String, StatusPage> pages = new ConcurrentHashMap<>();

    public StatusPage of(String platform) {
        return pages.computeIfAbsent(platform, unknown -> new StatusPage());
    }
}
