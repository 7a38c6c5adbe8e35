package io.adskull.dashboard.operators;

import io.adskull.contract.DeadLetter;
import io.adskull.dashboard.TopicSettings;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

/// Publishes a dead letter to its topic again, as it was. Every service that reads the topic gets it, also those that
/// could read it the first time; they drop it as a repeat. What still cannot be read becomes a dead letter again.
@ApplicationScoped
class ReplayDeadLetter {
    private static final Logger LOG = Logger.getLogger(ReplayDeadLetter.class);
    private static final Set<String> OF_THE_LETTER =
            Set.of(DeadLetter.REASON, DeadLetter.TOPIC, DeadLetter.PARTITION, DeadLetter.OFFSET);

    private final Broker broker;
    private final ReadDeadLetters letters;
    private final Replays replays;
    private final String prefix;
    private final InstantSource clock;

    ReplayDeadLetter(
            Broker broker, ReadDeadLetters letters, Replays replays, TopicSettings topics, InstantSource clock) {
        this.broker = broker;
        this.letters = letters;
        this.replays = replays;
        this.prefix = topics.topicPrefix();
        this.clock = clock;
    }

    /// @param by who wishes it
    /// @param again also where somebody did it before
    ReplayOutcome replay(LetterId id, String by, boolean again) {
        try {
            Optional<ConsumerRecord<byte[], byte[]>> letter = letters.one(id);
            if (letter.isEmpty()) {
                return new ReplayOutcome.Gone();
            }
            // What cannot be published was not replayed: the claim goes with the transaction.
            boolean done = QuarkusTransaction.requiringNew().call(() -> {
                boolean mine = replays.claim(id, by, clock.instant(), again);
                if (mine) {
                    publish(id, letter.get());
                }
                return mine;
            });
            if (done) {
                LOG.infof("Dead letter %s replayed by %s", id, by);
                return new ReplayOutcome.Done(id.origin().name());
            }
            return new ReplayOutcome.DoneBefore(
                    replays.all().getOrDefault(id.toString(), new Replayed("somebody", Instant.EPOCH, 1)));
        } catch (KafkaException e) {
            LOG.warnf("Dead letter %s cannot be replayed: %s", id, e.toString());
            return new ReplayOutcome.Failed("Kafka does not answer; nothing was published. Try again in a minute.");
        }
    }

    private void publish(LetterId id, ConsumerRecord<byte[], byte[]> letter) {
        List<Header> headers = Arrays.stream(letter.headers().toArray())
                .filter(header -> !OF_THE_LETTER.contains(header.key()))
                .toList();
        try (Producer<byte[], byte[]> producer = broker.producer()) {
            var sent = producer.send(
                    new ProducerRecord<>(id.origin().named(prefix), null, letter.key(), letter.value(), headers));
            sent.get(Broker.PATIENCE.multipliedBy(3).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("not published", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while publishing", e);
        }
    }
}
