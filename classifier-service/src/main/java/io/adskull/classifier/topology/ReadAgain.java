package io.adskull.classifier.topology;

import io.adskull.classifier.evidence.Call;
import io.adskull.classifier.incident.AccountState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.Record;

/// Finds, among the answers that Kafka still keeps, the newest one of each call that fails, so that a new catalogue
/// can read them without waiting for the calls to be made again. Nothing that is over is looked for, so closed history
/// stays as it is. For one thread.
final class ReadAgain implements AutoCloseable {
    private static final String ID = "ce_id";

    /// Kafka's time of a record and the platform's answer to it lie apart by no more.
    private static final Duration BEFORE = Duration.ofMinutes(5);

    /// Ids of answers not yet found.
    private final Set<String> wanted;
    private final Supplier<KeptAnswers> opening;
    private Optional<KeptAnswers> kept = Optional.empty();

    private ReadAgain(Set<String> wanted, Supplier<KeptAnswers> opening) {
        this.wanted = wanted;
        this.opening = opening;
    }

    /// What fails now is what an older catalogue read; nothing is opened before [#next].
    ///
    /// @param settings of the stream
    static ReadAgain of(AccountStates states, KeptAnswers.Source source, Map<String, Object> settings, int partition) {
        List<Call> failing = new ArrayList<>();
        states.forEach(state -> {
            if (state instanceof AccountState.Watched watched) {
                failing.addAll(watched.failing());
            }
        });
        Set<String> wanted = new HashSet<>();
        failing.forEach(call -> wanted.add(call.answerId()));
        Instant first =
                failing.stream().map(Call::answeredAt).min(Instant::compareTo).orElse(Instant.EPOCH);
        return new ReadAgain(wanted, () -> source.open(settings, partition, first.minus(BEFORE)));
    }

    boolean isOver() {
        return wanted.isEmpty() || kept.filter(KeptAnswers::isOver).isPresent();
    }

    /// The next of the answers that are looked for.
    List<Record<byte[], byte[]>> next() {
        List<Record<byte[], byte[]>> found = new ArrayList<>();
        if (wanted.isEmpty()) {
            return found;
        }
        KeptAnswers answers = kept.orElseGet(opening);
        kept = Optional.of(answers);
        for (ConsumerRecord<byte[], byte[]> record : answers.next()) {
            Header id = record.headers().lastHeader(ID);
            if (id != null && id.value() != null && wanted.remove(new String(id.value(), StandardCharsets.UTF_8))) {
                found.add(new Record<>(record.key(), record.value(), record.timestamp(), record.headers()));
            }
        }
        return found;
    }

    /// What was not found yet can be looked for again.
    @Override
    public void close() {
        kept.ifPresent(KeptAnswers::close);
        kept = Optional.empty();
    }
}
