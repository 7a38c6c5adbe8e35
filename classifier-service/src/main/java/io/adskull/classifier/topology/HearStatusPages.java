package io.adskull.classifier.topology;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/// Keeps what platforms say of their own incidents, as it came: Kafka Streams restores this store from the
/// topic itself, so anything else would differ after a restart.
final class HearStatusPages implements Processor<String, byte[], Void, Void> {
    private KeyValueStore<String, byte[]> reported;

    /// What Kafka hands over with [#init] is there before the first record.
    @SuppressWarnings("NullAway.Init")
    HearStatusPages() {}

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        this.reported = context.getStateStore(ClassifierTopology.REPORTED_INCIDENTS);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        if (record.key() != null) {
            reported.put(record.key(), record.value());
        }
    }
}
