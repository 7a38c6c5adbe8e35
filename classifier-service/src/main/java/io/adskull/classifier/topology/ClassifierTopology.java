package io.adskull.classifier.topology;

import io.adskull.classifier.incident.IncidentLedger;
import io.adskull.classifier.wide.Thresholds;
import io.opentelemetry.api.trace.Tracer;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/// What the classifier is made of: accounts, each by itself; connections, each with its accounts; platforms, each with
/// all of theirs. They speak through topics, because each is kept by another key.
///
/// Every node and store has a name that stays: Kafka's changelog topics hang on them.
public final class ClassifierTopology {
    static final String ACCOUNTS = "accounts";
    static final String RESPONSES = "api-responses";
    static final String CLASSIFY = "classify-answers";
    static final String REMEDIATIONS = "remediations";
    static final String ACCOUNTS_DEAD_LETTERS = "accounts-dead-letters";
    static final String RESPONSES_DEAD_LETTERS = "api-responses-dead-letters";

    static final String STANDINGS = "standings";
    static final String POLL_REQUESTS = "poll-requests";
    static final String TO_CONNECTIONS = "words-to-connections";
    static final String TO_PLATFORMS = "words-to-platforms";

    static final String CONNECTION_WORDS = "connection-words";
    static final String CREDENTIALS = "credentials";
    static final String HEAR_CONNECTIONS = "hear-connections";
    static final String FROM_CONNECTIONS = "standings-from-connections";

    static final String PLATFORM_WORDS = "platform-words";
    static final String HEAR_PLATFORMS = "hear-platforms";
    static final String FROM_PLATFORMS = "standings-from-platforms";
    static final String PLATFORM_REMEDIATIONS = "remediations-of-platforms";

    /// What the accounts of each connection say of its token.
    static final String CONNECTION_VOICES = "connection-voices";

    /// What fails for each platform as a whole.
    static final String WIDE_FAILURES = "wide-failures";

    /// Accounts that fail because of their platform now; on disk, because an outage may reach all.
    static final String OUTAGE_WITNESSES = "outage-witnesses";

    /// Sorted after the other sources, whose numbers Kafka Streams gives by name and must not change.
    static final String STATUS_PAGES = "status-pages";
    static final String HEAR_STATUS_PAGES = "hear-status-pages";

    /// What platforms say of their own incidents; in memory, whole on every replica.
    static final String REPORTED_INCIDENTS = "reported-incidents";

    /// What is known of each account; on disk.
    static final String ACCOUNT_STATES = "account-states";

    /// When an account must be looked at though no answer came; in memory, because few accounts are in it.
    static final String AGENDA = "agenda";

    /// The version of the catalogue that has read all that is kept.
    static final String CATALOGUE_READ = "catalogue-read";

    /// One account's state is larger than an event at worst: many calls, each with a kept answer.
    private static final Map<String, String> CHANGELOG = Map.of("max.message.bytes", Integer.toString(4 << 20));

    private ClassifierTopology() {}

    /// @param prefix of the environment's topics
    /// @param thresholds of a platform's outage
    static Topology build(
            String prefix,
            IncidentLedger ledger,
            Thresholds thresholds,
            CatalogueInUse catalogue,
            ClassifierMeters meters,
            Tracer tracer) {
        var topics = new ClassifierTopics(prefix);
        var written = new ByteArraySerializer();
        var topology = new Topology();
        source(topology, ACCOUNTS, topics.accounts());
        source(topology, RESPONSES, topics.responses());
        source(topology, STANDINGS, topics.standings());
        topology.addProcessor(
                        CLASSIFY,
                        () -> new ClassifyAnswers(topics, ledger, catalogue, meters, tracer),
                        ACCOUNTS,
                        RESPONSES,
                        STANDINGS)
                .addStateStore(accountStates(), CLASSIFY)
                .addStateStore(agenda(), CLASSIFY)
                .addStateStore(catalogueRead(), CLASSIFY)
                .addSink(REMEDIATIONS, topics.remediations(), written, written, CLASSIFY)
                .addSink(POLL_REQUESTS, topics.pollRequests(), written, written, CLASSIFY)
                .addSink(TO_CONNECTIONS, topics.connectionWords(), written, written, CLASSIFY)
                .addSink(TO_PLATFORMS, topics.platformWords(), written, written, CLASSIFY)
                .addSink(ACCOUNTS_DEAD_LETTERS, topics.accountsDeadLetters(), written, written, CLASSIFY)
                .addSink(RESPONSES_DEAD_LETTERS, topics.responsesDeadLetters(), written, written, CLASSIFY);
        hearConnections(topology, topics);
        hearPlatforms(topology, topics, thresholds, meters, tracer);
        hearStatusPages(topology, topics);
        return topology;
    }

    private static void source(Topology topology, String name, String topic) {
        var bytes = new ByteArrayDeserializer();
        topology.addSource(AutoOffsetReset.earliest(), name, ClassifierTopology::timestamp, bytes, bytes, topic);
    }

    /// A sink of its own: nodes that share one would have to run in one task, whatever their keys.
    private static void hearConnections(Topology topology, ClassifierTopics topics) {
        source(topology, CONNECTION_WORDS, topics.connectionWords());
        source(topology, CREDENTIALS, topics.credentials());
        var written = new ByteArraySerializer();
        topology.addProcessor(HEAR_CONNECTIONS, () -> new HearConnections(topics), CONNECTION_WORDS, CREDENTIALS)
                .addStateStore(onDisk(CONNECTION_VOICES), HEAR_CONNECTIONS)
                .addSink(FROM_CONNECTIONS, topics.standings(), written, written, HEAR_CONNECTIONS);
    }

    private static void hearPlatforms(
            Topology topology, ClassifierTopics topics, Thresholds thresholds, ClassifierMeters meters, Tracer tracer) {
        source(topology, PLATFORM_WORDS, topics.platformWords());
        var written = new ByteArraySerializer();
        topology.addProcessor(HEAR_PLATFORMS, () -> new HearPlatforms(thresholds, meters, tracer), PLATFORM_WORDS)
                .addStateStore(onDisk(WIDE_FAILURES), HEAR_PLATFORMS)
                .addStateStore(onDisk(OUTAGE_WITNESSES), HEAR_PLATFORMS)
                .addSink(FROM_PLATFORMS, topics.standings(), written, written, HEAR_PLATFORMS)
                .addSink(PLATFORM_REMEDIATIONS, topics.remediations(), written, written, HEAR_PLATFORMS);
    }

    private static void hearStatusPages(Topology topology, ClassifierTopics topics) {
        topology.addGlobalStore(
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(REPORTED_INCIDENTS), Serdes.String(), Serdes.ByteArray())
                        .withLoggingDisabled(),
                STATUS_PAGES,
                ClassifierTopology::timestamp,
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                topics.platformStatus(),
                HEAR_STATUS_PAGES,
                HearStatusPages::new);
    }

    /// Kafka's own extractor stops the stream at a record without a time.
    private static long timestamp(ConsumerRecord<Object, Object> record, long partitionTime) {
        return record.timestamp() >= 0 ? record.timestamp() : Math.max(partitionTime, 0);
    }

    private static StoreBuilder<KeyValueStore<String, byte[]>> accountStates() {
        return onDisk(ACCOUNT_STATES);
    }

    private static StoreBuilder<KeyValueStore<String, byte[]>> onDisk(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
                .withLoggingEnabled(CHANGELOG)
                .withCachingDisabled();
    }

    private static StoreBuilder<KeyValueStore<String, String>> catalogueRead() {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(CATALOGUE_READ), Serdes.String(), Serdes.String())
                .withLoggingEnabled(Map.of())
                .withCachingDisabled();
    }

    private static StoreBuilder<KeyValueStore<String, Long>> agenda() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(AGENDA), Serdes.String(), Serdes.Long())
                .withLoggingEnabled(Map.of())
                .withCachingDisabled();
    }
}
