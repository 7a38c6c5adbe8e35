package io.adskull.classifier.topology;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// The answers of one partition that Kafka still keeps, up to where they end when they are opened. For one thread.
interface KeptAnswers extends AutoCloseable {

    /// The next few, oldest first; none when there is nothing more, or nothing came in time.
    List<ConsumerRecord<byte[], byte[]>> next();

    boolean isOver();

    @Override
    void close();

    /// Opens the answers of a partition that were recorded at `since` or later.
    @FunctionalInterface
    interface Source {
        /// @param settings of the stream, which say where Kafka is and who we are
        KeptAnswers open(Map<String, Object> settings, int partition, Instant since);
    }
}
