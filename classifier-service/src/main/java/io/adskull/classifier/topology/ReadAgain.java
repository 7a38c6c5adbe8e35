package io.adskull.classifier.topology;

import io.adskull.classifier.incident.AccountState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.Record;

/// Finds, among the answers that Kafka still keeps, the newest one of each call that fails, so that a new catalogue
/// can read them without waiting for the calls to be made again. Nothing that is over is looked for, so closed history
/// stays as it is. For one thread.
final class ReadAgain implements AutoCloseable {
    /// Kafka's time of a record and the platform's answer to it lie apart by no more.
    private static final Duration BEFORE = Duration.ofMinutes(5);

    private static final String ID = "ce_id";

    /// Ids of answers not yet found.
    private final Set<String> wanted;
    private final KeptAnswers kept;

    private ReadAgain(Set<String> wanted, KeptAnswers kept) {
        this.wanted = wanted;
        this.kept = kept;
    }

    /// @param settings of the stream
    static ReadAgain of(
            AccountStates states, KeptAnswers.Source source, Map<String, Object> settings, int partition) {
        Set<String> wanted = new HashSet<>();
        List<Instant> times = new ArrayList<>();
        states.forEach(state -> {
            if (state instanceof AccountState.Watched watched) {
                watched.failing().forEach(call -> {
                    wanted.add(call.answerId());
                    times.add(call.answeredAt());
                });
            }
        });
        Instant first = times.stream().min(Instant::compareTo).orElse(Instant.MAX);
        return new ReadAgain(
                wanted, wanted.isEmpty() ? new Nothing() : source.open(settings, partition, first.minus(BEFORE)));
    }

    boolean isOver() {
        return wanted.isEmpty() || kept.isOver();
    }

    /// The next of the answers that are looked for.
    List<Record<byte[], byte[]>> next() {
        List<Record<byte[], byte[]>> found = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : kept.next()) {
            Header id = record.headers().lastHeader(ID);
            if (id != null && id.value() != null && wanted.remove(new String(id.value(), StandardCharsets.UTF_8))) {
                found.add(new Record<>(record.key(), record.value(), record.timestamp(), record.headers()));
            }
        }
        return found;
    }

    @Override
    public void close() {
        kept.close();
    }

    /// Where nothing fails, nothing is opened.
    private static final class Nothing implements KeptAnswers {
        @Override
        public List<ConsumerRecord<byte[], byte[]>> next() {
            return List.of();
        }

        @Override
        public boolean isOver() {
            return true;
        }

        @Override
        public void close() {}
    }

}
