package io.adskull.dashboard.library;

import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/// How often each visitor may ask for what.
@ApplicationScoped
public class Rates {
    private final Rate pages;
    private final Rate explanations;

    Rates(LibrarySettings settings) {
        this.pages = new Rate(settings.pages().perMinute(), settings.pages().burst(), TimeMeter.SYSTEM_NANOTIME);
        this.explanations = new Rate(
                settings.explanations().perMinute(), settings.explanations().burst(), TimeMeter.SYSTEM_NANOTIME);
    }

    /// @return how long to wait; empty when this may pass
    Optional<Duration> refusePage(Visitor visitor) {
        return pages.refuses(visitor.address());
    }

    /// @return how long to wait; empty when this may pass
    Optional<Duration> refuseExplanation(Visitor visitor) {
        return explanations.refuses(visitor.address());
    }
}
