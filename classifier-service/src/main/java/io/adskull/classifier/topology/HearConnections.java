package io.adskull.classifier.topology;

import io.adskull.classifier.evidence.ConnectionQuestion;
import io.adskull.classifier.evidence.ConnectionStanding;
import io.adskull.classifier.evidence.ConnectionVoices;
import io.adskull.classifier.evidence.TokenWord;
import io.adskull.contract.EventJson;
import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.credential.CredentialChange;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jboss.logging.Logger;

/// Hears what the accounts of a connection say of its token, and what became of the token, and tells the accounts
/// that ask. A credential event that cannot be read is left out: whoever acts on it puts it to the dead letters.
final class HearConnections implements Processor<byte[], byte[], byte[], byte[]> {
    private static final Logger LOG = Logger.getLogger(HearConnections.class);

    private final ClassifierTopics topics;
    private ProcessorContext<byte[], byte[]> context;
    private KeyValueStore<String, byte[]> store;

    /// What Kafka hands over with [#init] is there before the first record.
    @SuppressWarnings("NullAway.Init")
    HearConnections(ClassifierTopics topics) {
        this.topics = topics;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
        this.store = context.getStateStore(ClassifierTopology.CONNECTION_VOICES);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (record.key() == null || record.value() == null) {
            return;
        }
        String connection = new String(record.key(), StandardCharsets.UTF_8);
        try {
            enter(connection, record);
        } catch (UnreadableEvent e) {
            LOG.warnf("a word about connection %s is left out: %s", connection, e.getMessage());
        } catch (RuntimeException e) {
            LOG.errorf(e, "a word about connection %s is left out because of a bug", connection);
        }
    }

    private void enter(String connection, Record<byte[], byte[]> record) {
        ConnectionVoices before = voices(connection);
        boolean credential = context.recordMetadata().orElseThrow().topic().equals(topics.credentials());
        ConnectionVoices.Outcome outcome = credential
                ? before.heard(EventJson.read(record.value(), CredentialChange.class))
                : before.heard(EventJson.read(record.value(), TokenWord.class));
        if (!outcome.after().equals(before)) {
            boolean nobody = outcome.after().equals(ConnectionVoices.none());
            store.put(connection, nobody ? null : EventJson.write(outcome.after()));
        }
        for (ConnectionStanding standing : outcome.standings()) {
            send(new Letter.OfConnection(standing), record.timestamp());
        }
        for (ConnectionQuestion question : outcome.questions()) {
            send(new Letter.Question(question), record.timestamp());
        }
    }

    private void send(Letter letter, long timestamp) {
        context.forward(
                EventRecord.plain(letter.account().toString(), letter, timestamp), ClassifierTopology.FROM_CONNECTIONS);
    }

    private ConnectionVoices voices(String connection) {
        try {
            return Optional.ofNullable(store.get(connection))
                    .map(json -> EventJson.read(json, ConnectionVoices.class))
                    .orElse(ConnectionVoices.none());
        } catch (UnreadableEvent e) {
            LOG.errorf("what connection %s was told is forgotten: %s", connection, e.getMessage());
            return ConnectionVoices.none();
        }
    }
}
