package io.adskull.poller.accounts;

import io.adskull.contract.account.AccountKey;
import io.adskull.poller.PollSettings;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/// Follows the group's rebalances: a new partition is replayed from its first record, a lost one is handed over
/// only when none of its calls is under way, so that no probe runs on two replicas at once.
@ApplicationScoped
@Identifier("account-partitions")
public class AccountPartitions implements KafkaConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(AccountPartitions.class);

    private final OwnedAccounts owned;
    private final AccountChanges changes;
    private final PollSettings settings;

    public AccountPartitions(OwnedAccounts owned, AccountChanges changes, PollSettings settings) {
        this.owned = owned;
        this.changes = changes;
        this.settings = settings;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        String topic = partitions.iterator().next().topic();
        owned.assigned(numbers(partitions), consumer.partitionsFor(topic).size());
        consumer.seekToBeginning(partitions);
        LOG.infof("partitions %s are ours, reading their accounts", numbers(partitions));
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        Set<AccountKey> dropped = owned.revoked(numbers(partitions));
        boolean quiet = changes.awaitQuiet(dropped, settings.timeout());
        LOG.infof(
                "partitions %s with %d accounts go elsewhere%s",
                numbers(partitions), dropped.size(), quiet ? "" : ", some calls are still under way");
    }

    private static Set<Integer> numbers(Collection<TopicPartition> partitions) {
        Set<Integer> numbers = new TreeSet<>();
        partitions.forEach(partition -> numbers.add(partition.partition()));
        return numbers;
    }
}
