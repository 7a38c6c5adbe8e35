package io.adskull.notifier.interaction;

import io.adskull.contract.remediation.Incident;
import io.adskull.notifier.attention.AttendIncidents;
import io.adskull.notifier.attention.Attended;
import io.adskull.notifier.channel.Wording;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Does what a pressed button says, and tells who pressed it what came of it. Whoever sees a message may
/// press its buttons; nothing else can be reached through them.
@ApplicationScoped
class FollowPresses {
    private static final Logger LOG = Logger.getLogger(FollowPresses.class);
    private static final Duration SNOOZE = Duration.ofDays(1);
    private static final Duration LAST_ONES = Duration.ofSeconds(10);

    private final ToldInSlack told;
    private final AttendIncidents attend;
    private final AskForRetest retest;
    private final AnswerInSlack answer;
    private final Clock clock;
    private final ExecutorService soon = Executors.newVirtualThreadPerTaskExecutor();

    FollowPresses(ToldInSlack told, AttendIncidents attend, AskForRetest retest, AnswerInSlack answer, Clock clock) {
        this.told = told;
        this.attend = attend;
        this.retest = retest;
        this.answer = answer;
        this.clock = clock;
    }

    void soon(Pressed pressed) {
        soon.execute(() -> answer.to(pressed.answerTo(), follow(pressed)));
    }

    void stop(@Observes ShutdownEvent stop) throws InterruptedException {
        soon.shutdown();
        if (!soon.awaitTermination(LAST_ONES.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("some pressed buttons were not followed before the end");
        }
    }

    /// What came of it, as one sentence for the person.
    private String follow(Pressed pressed) {
        try {
            List<Incident> open = told.openOf(pressed.incident(), pressed.channel());
            LOG.infof("pressed in Slack: %s", pressed);
            return open.isEmpty() ? "This is over, or was never told here: nothing to do." : act(pressed, open);
        } catch (RuntimeException e) {
            LOG.warnf("could not follow %s: %s", pressed, e);
            return "That did not work just now. Please try again in a minute.";
        }
    }

    private String act(Pressed pressed, List<Incident> open) {
        String tenant = open.getFirst().tenant();
        return switch (pressed.action()) {
            case RETEST -> tested(open);
            case ACKNOWLEDGE ->
                said(
                        attend.acknowledge(pressed.incident(), tenant, pressed.who()),
                        "Acknowledged. Nobody is reminded any more; you will still hear when it is over.");
            case SNOOZE -> {
                Instant until = clock.instant().plus(SNOOZE);
                yield said(
                        attend.snooze(pressed.incident(), tenant, until),
                        "Snoozed until " + Wording.time(until) + ". You will still hear when it is over.");
            }
        };
    }

    private String tested(List<Incident> open) {
        List<Incident> testable = open.stream().filter(Wording::isOfAnAccount).toList();
        if (testable.isEmpty()) {
            return "This cannot be tested by account; AdSkull tries again by itself.";
        }
        retest.of(testable);
        return testable.size() == 1
                ? "The account is being tested. If it works again, this closes by itself."
                : testable.size() + " accounts are being tested. What works again closes by itself.";
    }

    private static String said(Attended attended, String done) {
        return switch (attended) {
            case Attended.Done ok -> done;
            case Attended.Unknown unknown -> "There is no such incident any more.";
            case Attended.Over over -> "This is over already: nothing to do.";
        };
    }
}
