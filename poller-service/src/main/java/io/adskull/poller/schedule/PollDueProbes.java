package io.adskull.poller.schedule;

import io.adskull.poller.PollSettings;
import io.adskull.poller.accounts.OwnedAccounts;
import io.adskull.poller.platform.AdPlatform;
import io.adskull.poller.probe.AskPlatform;
import io.adskull.poller.probe.ProbePlans;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Each second, plans the calls of the second ahead: what is due, as fast as each platform's budget allows, at the
/// moment it is due. Each call runs on a virtual thread of its own.
@ApplicationScoped
public class PollDueProbes {
    private static final Logger LOG = Logger.getLogger(PollDueProbes.class);
    private static final Duration AHEAD = Duration.ofSeconds(1);

    private final ProbeSchedule schedule;
    private final OwnedAccounts owned;
    private final AskPlatform askPlatform;
    private final Steering steering;
    private final PollMetrics metrics;
    private final InstantSource clock;
    private final PollSettings settings;
    private final List<Lane> lanes;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("poll-timer").daemon().factory());
    private final ExecutorService calls = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("probe-", 0).factory());
    private volatile Instant lastTick;

    public PollDueProbes(
            ProbeSchedule schedule,
            OwnedAccounts owned,
            AskPlatform askPlatform,
            Steering steering,
            PollMetrics metrics,
            InstantSource clock,
            PollSettings settings,
            ProbePlans plans,
            @All List<AdPlatform> platforms) {
        this.schedule = schedule;
        this.owned = owned;
        this.askPlatform = askPlatform;
        this.steering = steering;
        this.metrics = metrics;
        this.clock = clock;
        this.settings = settings;
        this.lanes = platforms.stream()
                .map(platform -> new Lane(platform, plans.limits(platform.platform()), settings.maxInFlight()))
                .toList();
        this.lanes.forEach(lane -> metrics.watch(lane.platform.platform(), lane));
        this.lastTick = clock.instant();
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void planNextSecond() {
        Instant now = clock.instant();
        double share = owned.share();
        if (share > 0) {
            lanes.forEach(lane -> plan(lane, now, share));
        }
        lastTick = now;
    }

    /// When calls were planned last; the service is stuck when that was long ago.
    Instant lastTick() {
        return lastTick;
    }

    /// Calls under way may end, planned ones are dropped: whoever gets their accounts will make them.
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        timer.shutdownNow();
        calls.shutdown();
        int underWay = lanes.stream().mapToInt(Lane::inFlight).sum();
        boolean ended = calls.awaitTermination(settings.shutdownGrace().toMillis(), TimeUnit.MILLISECONDS);
        LOG.infof("polling stopped, %d calls were under way and %s", underWay, ended ? "have ended" : "are cut off");
    }

    private void plan(Lane lane, Instant now, double share) {
        Instant horizon = now.plus(AHEAD);
        while (lane.enter(horizon)) {
            Optional<DueProbe> due = schedule.take(lane.platform.platform(), horizon);
            if (due.isEmpty()) {
                lane.leave();
                return;
            }
            start(lane, due.get(), lane.delay(due.get().dueAt(), now, share));
        }
    }

    private void start(Lane lane, DueProbe due, Duration delay) {
        try {
            Future<?> _ =
                    timer.schedule(() -> calls.execute(() -> run(lane, due)), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("the service is stopping");
        }
    }

    private void run(Lane lane, DueProbe due) {
        ProbeOutcome outcome = new ProbeOutcome.Troubled(Optional.empty());
        try {
            if (schedule.wanted(due)) {
                metrics.started(due, Duration.between(due.dueAt(), clock.instant()));
                outcome = steering.outcome(
                        due.account(), askPlatform.ask(lane.platform, due.account(), due.probe(), due.attempt()));
                metrics.ended(due, outcome);
                LOG.debugf("%s %s: %s", due.account().account(), due.probe().path(), outcome);
            }
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "%s %s: the probe broke",
                    due.account().account(),
                    due.probe().path());
        } finally {
            schedule.done(due, outcome);
            lane.leave();
        }
    }
}
