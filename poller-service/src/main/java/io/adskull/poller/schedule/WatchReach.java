package io.adskull.poller.schedule;

import io.adskull.contract.account.Platform;
import io.adskull.poller.PollSettings;
import io.adskull.poller.accounts.OwnedAccounts;
import io.adskull.poller.platform.AdPlatform;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/// Computes from the platforms' limits how often each account can be looked at, and tells whoever runs the service when
/// that is less often than it should be. Replicas hold accounts and limits in equal parts, so each sees the same.
@ApplicationScoped
class WatchReach {
    private static final Logger LOG = Logger.getLogger(WatchReach.class);

    /// A little more than the interval is a busy day, and no reason to ask a platform for more.
    private static final double WORTH_TELLING = 1.2;

    private final ProbeSchedule schedule;
    private final OwnedAccounts owned;
    private final Duration interval;
    private final List<Platform> platforms;
    private final MeterRegistry registry;
    private final Set<Platform> stretched = EnumSet.noneOf(Platform.class);

    WatchReach(
            ProbeSchedule schedule,
            OwnedAccounts owned,
            PollSettings settings,
            @All List<AdPlatform> platforms,
            MeterRegistry registry) {
        this.schedule = schedule;
        this.owned = owned;
        this.interval = settings.interval();
        this.platforms = platforms.stream().map(AdPlatform::platform).toList();
        this.registry = registry;
    }

    /// Exported as `adskull_poll_reachable_interval_seconds`.
    void start(@Observes StartupEvent event) {
        for (Platform platform : platforms) {
            registry.gauge(
                    "adskull.poll.reachable.interval.seconds",
                    List.of(Tag.of("platform", platform.id())),
                    this,
                    reach -> reach.of(platform).toMillis() / 1000.0);
        }
    }

    @Scheduled(every = "1m")
    void tell() {
        for (Platform platform : platforms) {
            Duration reachable = of(platform);
            boolean late = reachable.toMillis() > WORTH_TELLING * interval.toMillis();
            if (late && stretched.add(platform)) {
                LOG.warnf(
                        "%s: the app's limits let every account be looked at once in %s instead of %s, so intervals stretch."
                                + " Ask the platform for more calls and set adskull.poll.%s.qps and .daily, or allow probes"
                                + " more of them by adskull.poll.daily-share, or set a longer adskull.poll.interval",
                        platform.displayName(),
                        reachable.truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
                        interval,
                        platform.id());
            } else if (!late && stretched.remove(platform)) {
                LOG.infof("%s: every account is looked at once in %s again", platform.displayName(), interval);
            }
        }
    }

    private Duration of(Platform platform) {
        double share = owned.share();
        return share > 0 ? schedule.reachableInterval(platform, share) : Duration.ZERO;
    }
}
