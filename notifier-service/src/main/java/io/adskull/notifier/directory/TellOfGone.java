package io.adskull.notifier.directory;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.adskull.notifier.channel.Channels;
import io.adskull.notifier.channel.Destination;
import io.adskull.notifier.channel.Notice;
import io.adskull.notifier.channel.Outcome;
import io.adskull.notifier.directory.GoneReceivers.Gone;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/// Says by another way that a destination takes nothing any more, at least once; a mailbox drops the repeat.
@ApplicationScoped
class TellOfGone {
    private static final Logger LOG = Logger.getLogger(TellOfGone.class);

    private final GoneReceivers gone;
    private final Directory directory;
    private final Notices notices;
    private final Channels channels;

    TellOfGone(GoneReceivers gone, Directory directory, Notices notices, Channels channels) {
        this.gone = gone;
        this.directory = directory;
        this.notices = notices;
        this.channels = channels;
    }

    @Scheduled(every = "1s", concurrentExecution = SKIP, skipExecutionIf = ApplicationNotRunning.class)
    void tellAll() {
        gone.untold().forEach(this::tell);
    }

    private void tell(Gone destination) {
        List<Destination> others = directory.besides(destination.destination());
        Notice notice = directory
                .row(destination.destination())
                .map(row -> notices.off(row, destination.why(), destination.since()))
                .orElseGet(() -> notices.gone(destination));
        List<Outcome> outcomes =
                others.stream().map(to -> channels.send(notice, to)).toList();
        if (outcomes.stream().anyMatch(Outcome.Delivered.class::isInstance)) {
            gone.told(destination);
        } else {
            LOG.errorf(
                    "%s takes nothing any more and nobody could be told so yet: %s",
                    destination.destination(), outcomes.isEmpty() ? "there is no other destination" : outcomes);
        }
    }
}
