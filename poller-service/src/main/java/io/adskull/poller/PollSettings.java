package io.adskull.poller;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;

/// How often, how long and how many at once.
@ConfigMapping(prefix = "adskull.poll")
public interface PollSettings {
    /// Every resource of every account is seen once in this time.
    @WithDefault("PT5M")
    Duration interval();

    /// How long to wait after an answer that only a person can change; it doubles with each further one.
    @WithDefault("PT5M")
    Duration deniedInterval();

    @WithDefault("PT1H")
    Duration longestDeniedInterval();

    /// Upper bound of the first wait after a failure that may heal by itself; it doubles with each further one.
    @WithDefault("PT2S")
    Duration firstBackoff();

    @WithDefault("PT5M")
    Duration longestBackoff();

    /// Longest wait that a platform may ask for.
    @WithDefault("P1D")
    Duration longestHint();

    /// For one call: connecting, waiting and reading together.
    @WithDefault("PT20S")
    Duration timeout();

    /// Calls of one platform that may be under way at once. Bounds the memory that answers take, with the 16 MiB that
    /// may be on their way to Kafka.
    @WithDefault("32")
    int maxInFlight();

    /// For each platform by its id what is known better than its plan knows, since it hangs on the access level of the
    /// developer app.
    @WithParentName
    Map<String, Limits> limits();

    /// Calls that the platform allows the app.
    interface Limits {
        /// A second.
        OptionalDouble qps();

        /// A day.
        OptionalDouble daily();
    }

    /// How much of a limit of calls a day probes may take; the rest is for people, reconnects and other services.
    @WithDefault("0.05")
    double dailyShare();

    /// The same, of a limit of calls in a shorter time.
    @WithDefault("0.8")
    double rateShare();

    /// How long calls under way may take to end when the service is told to stop.
    @WithDefault("PT8S")
    Duration shutdownGrace();
}
