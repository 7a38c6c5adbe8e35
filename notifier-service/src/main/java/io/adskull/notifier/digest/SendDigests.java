package io.adskull.notifier.digest;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.adskull.notifier.channel.Channels;
import io.adskull.notifier.channel.Destination;
import io.adskull.notifier.channel.Notice;
import io.adskull.notifier.channel.Outcome;
import io.adskull.notifier.directory.Directory;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Sends each summary that is due, one after the other. A process that dies while it sends leaves it to be sent again
/// a little later; mailboxes drop the second copy.
@ApplicationScoped
public class SendDigests {
    private static final Logger LOG = Logger.getLogger(SendDigests.class);

    private final DueDigests digests;
    private final Directory directory;
    private final Channels channels;
    private final Clock clock;
    private final String page;

    SendDigests(
            DueDigests digests,
            Directory directory,
            Channels channels,
            Clock clock,
            @ConfigProperty(name = "adskull.dashboard-url") URI dashboard) {
        this.digests = digests;
        this.directory = directory;
        this.channels = channels;
        this.clock = clock;
        this.page = dashboard.toString().replaceAll("/+$", "") + "/";
    }

    @Scheduled(every = "10s", concurrentExecution = SKIP, skipExecutionIf = ApplicationNotRunning.class)
    void send() {
        for (Optional<DueDigests.Due> due = digests.take(); due.isPresent(); due = digests.take()) {
            send(due.get());
        }
    }

    private void send(DueDigests.Due due) {
        String outboxName = Directory.outboxName(due.id());
        Optional<Destination> to = directory.named(outboxName);
        Optional<Notice> notice = digests.read(due, outboxName).notice(due.id(), due.since(), clock.instant(), page);
        if (to.isEmpty() || notice.isEmpty()) {
            digests.done(due);
            return;
        }
        Outcome outcome = channels.send(notice.get(), to.get());
        switch (outcome) {
            case Outcome.Delivered delivered -> {
                LOG.infof("told the summary to %s", to.get());
                digests.done(due);
            }
            case Outcome.Retry retry -> LOG.infof("could not tell the summary to %s: %s", to.get(), retry.why());
            case Outcome.GaveUp gaveUp -> {
                LOG.errorf("gave up telling the summary to %s: %s", to.get(), gaveUp.why());
                digests.done(due);
            }
            case Outcome.Gone gone -> {
                directory.turnOff(outboxName, gone.why());
                digests.done(due);
            }
        }
    }
}
