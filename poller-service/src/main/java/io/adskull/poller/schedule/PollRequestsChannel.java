package io.adskull.poller.schedule;

import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.poll.PollRequested;
import io.adskull.poller.accounts.OwnedAccounts;
import io.adskull.poller.publish.DeadLetters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/// Topic `poll-requests` on its way in. Every replica hears every wish and follows those for its own accounts; a
/// wish is worth something only now, so none is read again after a restart.
@ApplicationScoped
public class PollRequestsChannel {
    private static final Logger LOG = Logger.getLogger(PollRequestsChannel.class);

    private final ProbeSchedule schedule;
    private final OwnedAccounts owned;
    private final DeadLetters deadLetters;

    public PollRequestsChannel(ProbeSchedule schedule, OwnedAccounts owned, DeadLetters deadLetters) {
        this.schedule = schedule;
        this.owned = owned;
        this.deadLetters = deadLetters;
    }

    @Incoming("poll-requests")
    public Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        try {
            if (message.value() == null) {
                throw new UnreadableEvent("value is missing");
            }
            PollRequested wish = EventJson.read(message.value(), PollRequested.class);
            int probes = schedule.expedite(wish.account(), Optional.ofNullable(wish.resource()));
            if (probes > 0) {
                LOG.infof("%s: %d probes go ahead: %s", wish.account(), probes, wish.why());
            }
        } catch (UnreadableEvent e) {
            // All replicas see it; the one that holds the partition puts it aside.
            return owned.owns(message.partition())
                    ? deadLetters.put(Topic.POLL_REQUESTS, message, e)
                    : Uni.createFrom().voidItem();
        }
        return Uni.createFrom().voidItem();
    }
}
