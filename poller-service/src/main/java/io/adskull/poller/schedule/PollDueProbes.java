package io.adskull.poller.schedule;

import io.adskull.contract.response.ApiResponse;
import io.adskull.poller.PollSettings;
import io.adskull.poller.access.AccessToken;
import io.adskull.poller.accounts.OwnedAccounts;
import io.adskull.poller.platform.AdPlatform;
import io.adskull.poller.probe.AskPlatform;
import io.adskull.poller.probe.ProbeResult;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Starts each call the moment it is due and its platform's limits allow it. One dispatcher a platform, so that a slow
/// platform holds up no other; each call runs on a virtual thread of its own.
@ApplicationScoped
public class PollDueProbes {
    private static final Logger LOG = Logger.getLogger(PollDueProbes.class);

    /// How long a dispatcher waits before it looks whether the replica's share has changed.
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ProbeSchedule schedule;
    private final OwnedAccounts owned;
    private final AskPlatform askPlatform;
    private final Steering steering;
    private final PollMetrics metrics;
    private final InstantSource clock;
    private final PollSettings settings;
    private final List<Lane> lanes;
    private final ExecutorService dispatchers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("dispatch-", 0).factory());
    private final ExecutorService calls = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("probe-", 0).factory());

    public PollDueProbes(
            ProbeSchedule schedule,
            OwnedAccounts owned,
            AskPlatform askPlatform,
            Steering steering,
            PollMetrics metrics,
            InstantSource clock,
            PollSettings settings,
            @All List<AdPlatform> platforms) {
        this.schedule = schedule;
        this.owned = owned;
        this.askPlatform = askPlatform;
        this.steering = steering;
        this.metrics = metrics;
        this.clock = clock;
        this.settings = settings;
        this.lanes = platforms.stream()
                .map(platform -> new Lane(platform, settings.maxInFlight(), clock.instant()))
                .toList();
        this.lanes.forEach(lane -> metrics.watch(lane.platform.platform(), lane));
    }

    void start(@Observes StartupEvent event) {
        lanes.forEach(lane -> dispatchers.execute(() -> dispatch(lane)));
    }

    /// When the dispatcher that is behind most has last looked for something to do; it is stuck when that was long ago.
    Instant lastTurn() {
        return lanes.stream().map(Lane::lastTurn).min(Comparator.naturalOrder()).orElseGet(clock::instant);
    }

    /// Calls under way may end; whoever gets the accounts will make the others.
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        dispatchers.shutdownNow();
        calls.shutdown();
        int underWay = lanes.stream().mapToInt(Lane::inFlight).sum();
        boolean ended = calls.awaitTermination(settings.shutdownGrace().toMillis(), TimeUnit.MILLISECONDS);
        LOG.infof("polling stopped, %d calls were under way and %s", underWay, ended ? "have ended" : "are cut off");
    }

    private void dispatch(Lane lane) {
        try {
            while (!dispatchers.isShutdown()) {
                lane.turn(clock.instant());
                if (lane.enter(PATIENCE)) {
                    next(lane).ifPresentOrElse(due -> start(lane, due), lane::giveBack);
                }
            }
        } catch (InterruptedException e) {
            LOG.debugf("%s is polled no more, the service is stopping", lane.platform.platform());
        }
    }

    private Optional<DueProbe> next(Lane lane) throws InterruptedException {
        double share = owned.share();
        if (share > 0) {
            return schedule.await(lane.platform.platform(), share, PATIENCE);
        }
        Thread.sleep(PATIENCE);
        return Optional.empty();
    }

    /// Whoever frees a place starts the next call in it: under load no dispatcher is woken for that.
    private void passOn(Lane lane) {
        double share = dispatchers.isShutdown() ? 0 : owned.share();
        Optional<DueProbe> due = share > 0 ? schedule.take(lane.platform.platform(), share) : Optional.empty();
        due.ifPresentOrElse(next -> start(lane, next), lane::giveBack);
    }

    private void start(Lane lane, DueProbe due) {
        try {
            calls.execute(() -> run(lane, due));
        } catch (RejectedExecutionException e) {
            LOG.debugf("%s is not asked, the service is stopping", due.account().account());
            schedule.done(due, new ProbeOutcome.Unasked());
            lane.giveBack();
        }
    }

    private void run(Lane lane, DueProbe due) {
        Run run = new Run(lane, due);
        ProbeOutcome outcome = run.outcome;
        try {
            metrics.started(due, Duration.between(due.dueAt(), clock.instant()));
            ProbeResult result = askPlatform.ask(lane.platform, due.account(), due.probe(), due.attempt(), run);
            outcome = Steering.outcome(result, run.outcome);
            metrics.ended(due, outcome);
            LOG.debugf("%s %s: %s", due.account().account(), due.probe().path(), outcome);
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "%s %s: the probe broke",
                    due.account().account(),
                    due.probe().path());
        } finally {
            schedule.done(due, outcome);
            run.hungUp();
        }
    }

    /// What is heard of one call: what it says of limits counts at once, before the answer is on Kafka.
    private final class Run implements AskPlatform.Listener {
        private final Lane lane;
        private final DueProbe due;
        private final Lane.Call call;
        private ProbeOutcome outcome = new ProbeOutcome.Troubled(Optional.empty());

        Run(Lane lane, DueProbe due) {
            this.lane = lane;
            this.due = due;
            this.call = lane.begin();
        }

        @Override
        public void answered(ApiResponse answer, AccessToken token) {
            Steering.Reading reading = steering.read(lane.platform, due.account(), answer, token);
            schedule.learn(due, reading.outcome(), reading.usage());
            outcome = reading.outcome();
        }

        @Override
        public void hungUp() {
            if (call.end()) {
                passOn(lane);
            }
        }
    }
}
