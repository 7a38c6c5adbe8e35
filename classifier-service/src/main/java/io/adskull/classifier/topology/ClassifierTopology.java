package io.adskull.classifier.topology;

import io.adskull.classifier.incident.IncidentLedger;
import io.opentelemetry.api.trace.Tracer;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/// What the classifier is made of: two topics of accounts in, incidents and dead letters out.
///
/// Every node and store has a name that stays: Kafka's changelog topics hang on them.
public final class ClassifierTopology {
    static final String ACCOUNTS = "accounts";
    static final String RESPONSES = "api-responses";
    static final String CLASSIFY = "classify-answers";
    static final String REMEDIATIONS = "remediations";
    static final String ACCOUNTS_DEAD_LETTERS = "accounts-dead-letters";
    static final String RESPONSES_DEAD_LETTERS = "api-responses-dead-letters";

    /// What is known of each account; on disk.
    static final String ACCOUNT_STATES = "account-states";

    /// When an account must be looked at though no answer came; in memory, because few accounts are in it.
    static final String AGENDA = "agenda";

    /// One account's state is larger than an event at worst: many calls, each with a kept answer.
    private static final Map<String, String> CHANGELOG = Map.of("max.message.bytes", Integer.toString(4 << 20));

    private ClassifierTopology() {}

    /// @param prefix of the environment's topics
    public static Topology build(String prefix, IncidentLedger ledger, ClassifierMeters meters, Tracer tracer) {
        var topics = new ClassifierTopics(prefix);
        var bytes = new ByteArrayDeserializer();
        var written = new ByteArraySerializer();
        return new Topology()
                .addSource(
                        AutoOffsetReset.earliest(),
                        ACCOUNTS,
                        ClassifierTopology::timestamp,
                        bytes,
                        bytes,
                        topics.accounts())
                .addSource(
                        AutoOffsetReset.earliest(),
                        RESPONSES,
                        ClassifierTopology::timestamp,
                        bytes,
                        bytes,
                        topics.responses())
                .addProcessor(CLASSIFY, () -> new ClassifyAnswers(topics, ledger, meters, tracer), ACCOUNTS, RESPONSES)
                .addStateStore(accountStates(), CLASSIFY)
                .addStateStore(agenda(), CLASSIFY)
                .addSink(REMEDIATIONS, topics.remediations(), written, written, CLASSIFY)
                .addSink(ACCOUNTS_DEAD_LETTERS, topics.accountsDeadLetters(), written, written, CLASSIFY)
                .addSink(RESPONSES_DEAD_LETTERS, topics.responsesDeadLetters(), written, written, CLASSIFY);
    }

    /// Kafka's own extractor stops the stream at a record without a time.
    private static long timestamp(ConsumerRecord<Object, Object> record, long partitionTime) {
        return record.timestamp() >= 0 ? record.timestamp() : Math.max(partitionTime, 0);
    }

    private static StoreBuilder<KeyValueStore<String, byte[]>> accountStates() {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(ACCOUNT_STATES), Serdes.String(), Serdes.ByteArray())
                .withLoggingEnabled(CHANGELOG)
                .withCachingDisabled();
    }

    private static StoreBuilder<KeyValueStore<String, Long>> agenda() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(AGENDA), Serdes.String(), Serdes.Long())
                .withLoggingEnabled(Map.of())
                .withCachingDisabled();
    }
}
