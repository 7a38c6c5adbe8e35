package io.adskull.poller.schedule;

import io.adskull.contract.account.Platform;
import io.adskull.contract.poll.PollReach;
import io.adskull.poller.PollSettings;
import io.adskull.poller.accounts.OwnedAccounts;
import io.adskull.poller.platform.AdPlatform;
import io.adskull.poller.publish.ReachPublisher;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// Computes from the platforms' limits how often each account can be looked at, and tells when that changes. Replicas
/// hold accounts and limits in equal parts, so each sees the same; the one with the first partition tells.
@ApplicationScoped
class WatchReach {
    private static final Logger LOG = Logger.getLogger(WatchReach.class);
    private static final int FIRST_PARTITION = 0;

    /// Less is no news: accounts come and go every day.
    private static final double NOTABLE_CHANGE = 0.2;

    private final ProbeSchedule schedule;
    private final OwnedAccounts owned;
    private final ReachPublisher publisher;
    private final InstantSource clock;
    private final Duration interval;
    private final List<Platform> platforms;
    private final MeterRegistry registry;
    private final Map<Platform, PollReach> told = new ConcurrentHashMap<>();

    WatchReach(
            ProbeSchedule schedule,
            OwnedAccounts owned,
            ReachPublisher publisher,
            InstantSource clock,
            PollSettings settings,
            @All List<AdPlatform> platforms,
            MeterRegistry registry) {
        this.schedule = schedule;
        this.owned = owned;
        this.publisher = publisher;
        this.clock = clock;
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
                    reach -> reach.reachableSeconds(platform));
        }
    }

    @Scheduled(every = "1m")
    void tell() {
        if (owned.owns(FIRST_PARTITION)) {
            platforms.stream().map(this::of).filter(this::isNews).forEach(this::tell);
        }
    }

    /// What could not be told is told a minute later.
    private void tell(PollReach reach) {
        publisher
                .publish(reach)
                .subscribe()
                .with(
                        _ -> {
                            told.put(reach.platform(), reach);
                            say(reach);
                        },
                        failure -> LOG.warnf(
                                "how often %s can be looked at could not be told: %s",
                                reach.platform().displayName(), failure.getMessage()));
    }

    private static void say(PollReach reach) {
        if (reach.stretched()) {
            LOG.warnf(
                    "%s: its limits let every account be looked at once in %s instead of %s, so intervals stretch",
                    reach.platform().displayName(),
                    Duration.ofSeconds(reach.reachableSeconds()),
                    Duration.ofSeconds(reach.wantedSeconds()));
        }
    }

    private boolean isNews(PollReach reach) {
        PollReach before = told.get(reach.platform());
        if (before == null || before.stretched() != reach.stretched()) {
            return before != null || reach.accounts() > 0;
        }
        long change = Math.abs(reach.reachableSeconds() - before.reachableSeconds());
        return reach.stretched() && change > NOTABLE_CHANGE * before.reachableSeconds();
    }

    private PollReach of(Platform platform) {
        double share = owned.share();
        int accounts = share > 0 ? (int) Math.round(schedule.accounts(platform) / share) : 0;
        return new PollReach(
                platform,
                accounts,
                interval.toSeconds(),
                reachableSeconds(platform),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /// Never shorter than wanted. Cheap, since it is asked for at each scrape: no account is looked at.
    private long reachableSeconds(Platform platform) {
        double share = owned.share();
        Duration reachable = share > 0 ? schedule.reachableInterval(platform, share) : Duration.ZERO;
        return Math.max(reachable.toSeconds(), interval.toSeconds());
    }
}
