package io.adskull.notifier.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How the outbox is emptied.
@ConfigMapping(prefix = "adskull.alerts.delivery")
public interface DeliveryConfig {

    /// Messages on their way at once, over all destinations. One tenant's get a quarter of it at most.
    @WithDefault("64")
    int atOnce();

    /// Messages on their way at once to one destination, of different incidents. After a crash at most this many are
    /// sent to it twice.
    @WithDefault("4")
    int atOnceEach();

    /// Upper bound of the first wait after a failed attempt; it doubles with each attempt.
    @WithDefault("PT2S")
    Duration firstWait();

    @WithDefault("PT15M")
    Duration longestWait();

    /// How long after the first attempt a message is given up.
    @WithDefault("P3D")
    Duration giveUpAfter();

    /// How long after a message that arrived its trouble is said again, then after that reminder, and so on; the last
    /// counts for all that follow. Empty for none.
    @WithDefault("P1D,P3D,P7D")
    Optional<List<Duration>> reminders();

    /// After this long an attempt whose process died is made again by another. Twice as long as any attempt lasts.
    @WithDefault("PT1M")
    Duration lease();

    /// Who holds a lease: the same name after a restart, another for each replica. A process takes its own leases
    /// back at start, instead of waiting for their end.
    @WithDefault("${HOSTNAME:local}:${quarkus.http.port}")
    String owner();

    /// How long a finished message is kept for whoever asks what was sent.
    @WithDefault("P90D")
    Duration keep();
}
