package io.adskull.simulator.control;

import java.util.concurrent.atomic.AtomicLong;

/// What one platform's token endpoint did since the start. Safe for use by several threads.
public final class Counts {
    /// @param refreshes tokens given for a refresh token, or for a token that was to live longer
    /// @param refused refreshes that were refused for good
    /// @param reused meetings with a refresh token that works once and had been used
    /// @param revocations by the app, at the revocation endpoint
    public record Snapshot(long exchanges, long refreshes, long refused, long reused, long revocations) {}

    private final AtomicLong exchanges = new AtomicLong();
    private final AtomicLong refreshes = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong reused = new AtomicLong();
    private final AtomicLong revocations = new AtomicLong();

    public void exchanged() {
        exchanges.incrementAndGet();
    }

    public void refreshed() {
        refreshes.incrementAndGet();
    }

    public void refused() {
        refused.incrementAndGet();
    }

    public void reused() {
        reused.incrementAndGet();
    }

    public void revoked() {
        revocations.incrementAndGet();
    }

    public Snapshot snapshot() {
        return new Snapshot(exchanges.get(), refreshes.get(), refused.get(), reused.get(), revocations.get());
    }
}
