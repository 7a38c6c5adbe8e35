package io.adskull.notifier.delivery;

import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Severity;
import io.adskull.notifier.channel.Alert.Transition;
import io.adskull.notifier.directory.Directory;
import io.adskull.notifier.patience.Mute;
import io.adskull.notifier.patience.MutesInForce;
import io.adskull.notifier.patience.QuietHours;
import io.adskull.notifier.patience.Snoozes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/// Lets messages wait while those who would hear them want to hear nothing: for the end of a mute that fits all that
/// a message is about, of a snooze, and then for the end of quiet hours.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class HoldBack {
    private static final Logger LOG = Logger.getLogger(HoldBack.class);

    private final Directory directory;
    private final MutesInForce mutes;
    private final Snoozes snoozes;
    private final Clock clock;

    HoldBack(Directory directory, MutesInForce mutes, Snoozes snoozes, Clock clock) {
        this.directory = directory;
        this.mutes = mutes;
        this.snoozes = snoozes;
        this.clock = clock;
    }

    /// Reads what these tenants' messages may have to wait for, all at once.
    public void know(Set<String> tenants) {
        directory.know(tenants);
        mutes.know(tenants);
    }

    /// A message that was just written.
    ///
    /// @param about what it is about
    public void hold(Delivery message, Incident about) {
        hold(message, about, List.of(about));
    }

    /// A message whose time has changed: it waits for quiet hours, or goes on waiting for its mute.
    ///
    /// @param newest what was heard last of what it is about
    public void holdAgain(Delivery message, Incident newest) {
        Instant now = clock.instant();
        if (!message.isMuted(now)) {
            Instant next = later(message.wantedAt(), now);
            waitForQuiet(
                    message,
                    newest,
                    snoozed(message).map(end -> later(end, next)).orElse(next));
        }
    }

    /// The end of what is snoozed is told.
    private Optional<Instant> snoozed(Delivery message) {
        return message.transition() == Transition.RESOLVED ? Optional.empty() : snoozes.of(message.incident());
    }

    /// @param told what it is about and still open
    void hold(Delivery message, Incident shown, Collection<Incident> told) {
        Instant wanted = later(message.wantedAt(), clock.instant());
        Instant next = snoozed(message).map(end -> later(end, wanted)).orElse(wanted);
        Optional<Mute> mute =
                mute(message, told).filter(fitting -> fitting.end().isAfter(next));
        message.mutedBy(mute.map(Mute::id));
        waitForQuiet(message, shown, mute.map(Mute::end).orElse(next));
    }

    /// When a reminder that would leave at this time may leave.
    Instant endOfQuiet(String destination, Instant at) {
        return directory
                .quietHours(destination)
                .map(quiet -> quiet.endAfter(at))
                .orElse(at);
    }

    /// Whether whoever hears there has muted anything.
    boolean isAnythingMuted(String destination, String tenant) {
        return !mutes.of(directory.tenantAt(destination, tenant)).isEmpty();
    }

    /// @param next when it leaves unless it is quiet then
    private void waitForQuiet(Delivery message, Incident shown, Instant next) {
        Instant leaves = directory
                .quietHours(message.destination())
                .filter(quiet -> !breaks(quiet, message.transition(), shown))
                .map(quiet -> quiet.endAfter(next))
                .orElse(next);
        boolean waits = leaves.isAfter(later(message.wantedAt(), clock.instant()));
        message.waitUntil(waits ? leaves : message.wantedAt());
        if (waits) {
            LOG.infof(
                    "%s of incident %s to %s waits until %s",
                    message.transition(), message.incident(), message.destination(), leaves);
        }
    }

    /// Of those that fit, the one that ends last. The end of what was told is told.
    private Optional<Mute> mute(Delivery message, Collection<Incident> told) {
        if (message.transition() == Transition.RESOLVED || told.isEmpty()) {
            return Optional.empty();
        }
        return mutes.of(directory.tenantAt(message.destination(), message.tenant())).stream()
                .filter(mute -> told.stream().allMatch(mute::fits))
                .max(Comparator.comparing(Mute::end));
    }

    /// Reminders and ends wake nobody.
    private static boolean breaks(QuietHours quiet, Transition transition, Incident about) {
        return quiet.criticalBreaks()
                && about.severity() == Severity.CRITICAL
                && switch (transition) {
                    case OPENED, JOINED, ESCALATED -> true;
                    case REMINDED, RESOLVED -> false;
                };
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
