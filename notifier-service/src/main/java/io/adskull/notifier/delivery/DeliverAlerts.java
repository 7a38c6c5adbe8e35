package io.adskull.notifier.delivery;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.adskull.notifier.channel.Channels;
import io.adskull.notifier.channel.Destination;
import io.adskull.notifier.channel.Destinations;
import io.adskull.notifier.channel.Outcome;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Sends what is due in the outbox: in order for one incident and destination, destinations side by side, as soon as
/// the decision is committed. An attempt is on record before anything leaves, and its outcome right after the
/// receiver's answer. What is due to one destination is promised to this process many at a time, because looking for
/// it costs more than sending it, and sent one by one.
@ApplicationScoped
public class DeliverAlerts {
    private static final Logger LOG = Logger.getLogger(DeliverAlerts.class);
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(20);

    /// Messages that are promised for one destination at once.
    private static final int PROMISED = 32;

    private final Outbox outbox;
    private final Destinations destinations;
    private final Channels channels;
    private final DestinationGuards guards;
    private final DeliveryMetrics metrics;
    private final Tracer tracer;
    private final Clock clock;
    private final Lanes lanes;
    private final Duration lease;
    private final WakeableLoop loop = new WakeableLoop("deliver-alerts", this::sendWhatIsDue);
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopping;

    /// What a receiver took must not be forgotten because PostgreSQL is away for a moment: that would send it
    /// twice.
    private final Guard untilOnRecord = Guard.create()
            .withRetry()
            .maxRetries(-1)
            .maxDuration(0, ChronoUnit.SECONDS)
            .delay(100, ChronoUnit.MILLIS)
            .jitter(50, ChronoUnit.MILLIS)
            .withExponentialBackoff()
            .maxDelay(5, ChronoUnit.SECONDS)
            .done()
            .done()
            .build();

    public DeliverAlerts(
            Outbox outbox,
            Destinations destinations,
            Channels channels,
            DestinationGuards guards,
            DeliveryConfig config,
            DeliveryMetrics metrics,
            Tracer tracer,
            Clock clock) {
        this.outbox = outbox;
        this.destinations = destinations;
        this.channels = channels;
        this.guards = guards;
        this.metrics = metrics;
        this.tracer = tracer;
        this.clock = clock;
        this.lanes = new Lanes(config.atOnce(), config.atOnceEach());
        this.lease = config.lease();
    }

    void start(@Observes StartupEvent start) {
        int unfinished = outbox.takeBack(true);
        if (unfinished > 0) {
            LOG.infof("%d messages were on their way when this process ended; sending them again", unfinished);
        }
        loop.start();
        loop.wake();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) OutboxChanged changed) {
        loop.wake();
    }

    /// What becomes due by the passing of time alone: grace, retries, leases of dead processes.
    @Scheduled(every = "1s", concurrentExecution = SKIP, skipExecutionIf = ApplicationNotRunning.class)
    void tick() {
        int lost = outbox.takeBack(false);
        if (lost > 0) {
            LOG.infof("%d messages belonged to a process that ended; sending them again", lost);
        }
        loop.wake();
    }

    /// Starts nothing new and waits for the answers to what is on its way.
    void stop(@Observes ShutdownEvent stop) throws InterruptedException {
        stopping = true;
        loop.close(Duration.ofSeconds(5));
        senders.shutdown();
        if (!senders.awaitTermination(LAST_ANSWERS.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("some receivers did not answer before the end; their messages are sent again after the start");
        }
    }

    private void sendWhatIsDue() {
        List<Claimed> claimed;
        do {
            int free = lanes.free();
            if (free <= 0) {
                return;
            }
            Instant now = clock.instant();
            claimed = outbox.claim(free * PROMISED, PROMISED, lanes.busy(now));
            Map<String, List<Claimed>> byDestination =
                    claimed.stream().collect(Collectors.groupingBy(Claimed::destination));
            byDestination.forEach((destination, messages) -> {
                lanes.enter(destination);
                senders.execute(() -> sendInTurn(destination, messages, now.plus(lease)));
            });
        } while (!claimed.isEmpty());
    }

    /// Nothing leaves that another process could take over meanwhile, and nothing that the destination does not want
    /// now.
    private void sendInTurn(String destination, List<Claimed> messages, Instant leaseUntil) {
        Instant latestStart = leaseUntil.minus(DestinationGuards.LIMIT);
        try {
            for (int next = 0; next < messages.size(); next++) {
                Instant now = clock.instant();
                if (stopping || lanes.isPaused(destination, now) || next > 0 && now.isAfter(latestStart)) {
                    outbox.giveBack(messages.subList(next, messages.size()));
                    return;
                }
                sendAndSettle(messages.get(next));
            }
        } catch (RuntimeException e) {
            LOG.warnf("messages to %s stay with their lease: %s", destination, e);
        } finally {
            lanes.leave(destination);
            loop.wake();
        }
    }

    private void sendAndSettle(Claimed message) {
        try {
            Outcome outcome = traced(message);
            steer(message.destination(), outcome);
            untilOnRecord.get(
                    () -> {
                        outbox.settle(message, outcome);
                        return true;
                    },
                    Boolean.class);
            metrics.ended(message, outcome, clock.instant());
            if (outcome instanceof Outcome.Delivered && lanes.recovered(message.destination())) {
                outbox.hurry(message.destination());
            }
        } catch (RuntimeException e) {
            LOG.warnf("delivery %s stays with its lease: %s", message.id(), e);
        }
    }

    private void steer(String destination, Outcome outcome) {
        if (outcome instanceof Outcome.Retry retry) {
            lanes.failed(destination);
            retry.after()
                    .ifPresent(wait -> lanes.pause(destination, clock.instant().plus(wait)));
        }
    }

    private Outcome traced(Claimed message) {
        var span = tracer.spanBuilder("deliver " + message.channel())
                .setParent(TraceContext.of(message.traceParent()))
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute(
                        "adskull.incident", message.alert().incident().id().toString())
                .setAttribute("adskull.destination", message.destination())
                .startSpan();
        try (Scope scope = span.makeCurrent()) {
            Outcome outcome = send(message);
            tell(message, outcome);
            return outcome;
        } finally {
            span.end();
        }
    }

    private Outcome send(Claimed message) {
        return destinations
                .named(message.destination())
                .map(to -> guards.within(to, () -> channels.send(message.id(), message.alert(), message.first(), to)))
                .orElseGet(() ->
                        Outcome.Retry.because("destination " + message.destination() + " is not configured any more"));
    }

    private void tell(Claimed message, Outcome outcome) {
        String what = message.transition() + " of incident "
                + message.alert().incident().id();
        String to = destinations
                .named(message.destination())
                .map(Destination::toString)
                .orElse(message.destination());
        switch (outcome) {
            case Outcome.Delivered delivered -> LOG.infof("told %s to %s", what, to);
            case Outcome.Retry retry ->
                LOG.infof("could not tell %s to %s, attempt %d: %s", what, to, message.attempt(), retry.why());
            case Outcome.GaveUp gaveUp -> LOG.errorf("gave up telling %s to %s: %s", what, to, gaveUp.why());
            case Outcome.Gone gone ->
                LOG.errorf("gave up telling %s to %s, which takes nothing any more: %s", what, to, gone.why());
        }
    }
}
