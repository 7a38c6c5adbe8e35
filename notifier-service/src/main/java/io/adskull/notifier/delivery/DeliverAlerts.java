package io.adskull.notifier.delivery;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.adskull.notifier.WakeableLoop;
import io.adskull.notifier.channel.Channels;
import io.adskull.notifier.channel.Destination;
import io.adskull.notifier.channel.Outcome;
import io.adskull.notifier.directory.Directory;
import io.adskull.notifier.directory.GoneReceivers;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// Sends what is due in the outbox: in order for one incident and destination, destinations side by side and a few
/// messages of each, as soon as the decision is committed. An attempt is on record before anything leaves, and its
/// outcome right after the receiver's answer; until then the message keeps its place in its lane, so that a crash
/// doubles no more than a lane holds.
@ApplicationScoped
public class DeliverAlerts {
    private static final Logger LOG = Logger.getLogger(DeliverAlerts.class);
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(20);

    private final Promises promises;
    private final Directory directory;
    private final GoneReceivers gone;
    private final Lanes lanes;
    private final SettleOutcomes outcomes;
    private final Channels channels;
    private final DestinationGuards guards;
    private final DeliveryMetrics metrics;
    private final Tracer tracer;
    private final Clock clock;
    private final WakeableLoop loop = new WakeableLoop("deliver-alerts", this::lookForWhatIsDue);
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopping;

    public DeliverAlerts(
            Promises promises,
            Directory directory,
            GoneReceivers gone,
            Lanes lanes,
            SettleOutcomes outcomes,
            Channels channels,
            DestinationGuards guards,
            DeliveryMetrics metrics,
            Tracer tracer,
            Clock clock) {
        this.promises = promises;
        this.directory = directory;
        this.gone = gone;
        this.lanes = lanes;
        this.outcomes = outcomes;
        this.channels = channels;
        this.guards = guards;
        this.metrics = metrics;
        this.tracer = tracer;
        this.clock = clock;
    }

    void start(@Observes StartupEvent start) {
        int unfinished = promises.takeBack(true);
        if (unfinished > 0) {
            LOG.infof("%d messages were on their way when this process ended; sending them again", unfinished);
        }
        gone.all().forEach(lanes::failed);
        outcomes.start();
        loop.start();
        tick();
    }

    void hear(@Observes(during = TransactionPhase.AFTER_SUCCESS) OutboxChanged changed) {
        lanes.promised(changed.promised());
        sendNext();
        if (!changed.waiting().isEmpty()) {
            lanes.lookFor(changed.waiting());
            loop.wake();
        }
    }

    /// What becomes due by the passing of time alone: grace, retries, leases of dead processes.
    @Scheduled(every = "1s", concurrentExecution = SKIP, skipExecutionIf = ApplicationNotRunning.class)
    void tick() {
        int lost = promises.takeBack(false);
        if (lost > 0) {
            LOG.infof("%d messages belonged to a process that ended; sending them again", lost);
        }
        lanes.lookFor(promises.waiting());
        loop.wake();
    }

    /// Starts nothing new and waits for the answers to what is on its way.
    void stop(@Observes ShutdownEvent stop) throws InterruptedException {
        stopping = true;
        loop.close(Duration.ofSeconds(5));
        giveBack(lanes.close());
        senders.shutdown();
        if (!senders.awaitTermination(LAST_ANSWERS.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("some receivers did not answer before the end; their messages are sent again after the start");
        }
        outcomes.stop(Duration.ofSeconds(5));
    }

    private void lookForWhatIsDue() {
        for (Optional<Lanes.Look> look = lanes.look(clock.instant());
                look.isPresent() && !stopping;
                look = lanes.look(clock.instant())) {
            lanes.found(look.get(), promises.claim(look.get()));
            sendNext();
        }
        sendNext();
    }

    private void sendNext() {
        for (Optional<Claimed> next = next(); next.isPresent(); next = next()) {
            Claimed message = next.get();
            senders.execute(() -> sendInTurn(message));
        }
    }

    private Optional<Claimed> next() {
        return stopping ? Optional.empty() : lanes.next(clock.instant());
    }

    /// Nothing leaves that another process could take over meanwhile, and what waits behind it would be later still.
    private void sendInTurn(Claimed message) {
        try {
            if (clock.instant().isAfter(message.leaseUntil().minus(DestinationGuards.LIMIT))) {
                giveBack(Stream.concat(Stream.of(message), lanes.empty(message.destination()).stream())
                        .toList());
            } else {
                sendAndSettle(message);
            }
        } finally {
            if (lanes.ended(message, clock.instant())) {
                loop.wake();
            }
            sendNext();
        }
    }

    private void giveBack(List<Claimed> unsent) {
        try {
            promises.giveBack(unsent);
        } catch (RuntimeException e) {
            LOG.warnf("%d messages stay with their lease: %s", unsent.size(), e);
        }
    }

    private void sendAndSettle(Claimed message) {
        try {
            Outcome outcome = traced(message);
            steer(message.destination(), outcome);
            outcomes.settle(message, outcome);
            metrics.ended(message, outcome, clock.instant());
            if (outcome instanceof Outcome.Delivered && lanes.recovered(message.destination())) {
                promises.hurry(message.destination());
                gone.worksAgain(message.destination());
                lanes.lookFor(Set.of(message.destination()));
                loop.wake();
            }
        } catch (RuntimeException e) {
            LOG.warnf("delivery %s stays with its lease: %s", message.id(), e);
        }
    }

    private void steer(String destination, Outcome outcome) {
        switch (outcome) {
            case Outcome.Retry retry -> {
                lanes.failed(destination);
                retry.after().ifPresent(wait -> {
                    lanes.pause(destination, clock.instant().plus(wait));
                    giveBack(lanes.empty(destination));
                });
            }
            case Outcome.Gone refused -> lanes.failed(destination);
            case Outcome.Delivered delivered -> {}
            case Outcome.GaveUp gaveUp -> {}
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
            Optional<Destination> to = directory.named(message.destination());
            Outcome outcome = send(message, to);
            tell(message, to, outcome);
            return outcome;
        } finally {
            span.end();
        }
    }

    private Outcome send(Claimed message, Optional<Destination> destination) {
        return destination
                .map(to -> guards.within(to, () -> channels.send(message.id(), message.alert(), message.first(), to)))
                .orElseGet(() -> Directory.isOfTenant(message.destination())
                        ? new Outcome.Gone("this destination was deleted or is switched off")
                        : Outcome.Retry.because(
                                "destination " + message.destination() + " is not configured any more"));
    }

    private void tell(Claimed message, Optional<Destination> destination, Outcome outcome) {
        String what = message.transition() + " of incident "
                + message.alert().incident().id();
        String to = destination.map(Destination::toString).orElse(message.destination());
        switch (outcome) {
            case Outcome.Delivered delivered -> LOG.infof("told %s to %s", what, to);
            case Outcome.Retry retry ->
                LOG.infof("could not tell %s to %s, attempt %d: %s", what, to, message.attempt(), retry.why());
            case Outcome.GaveUp gaveUp -> LOG.errorf("gave up telling %s to %s: %s", what, to, gaveUp.why());
            case Outcome.Gone refused ->
                LOG.errorf("gave up telling %s to %s, which takes nothing any more: %s", what, to, refused.why());
        }
    }
}
