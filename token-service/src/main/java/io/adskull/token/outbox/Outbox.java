package io.adskull.token.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.adskull.contract.CloudEvent;
import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where events are written, in the transaction that makes them true. They reach Kafka at least once, in this
/// order for each key; a repeat carries the same `ce_id`.
@ApplicationScoped
public class Outbox implements PanacheRepositoryBase<OutboxRecord, Long> {
    private final ObjectMapper json;
    private final Clock clock;

    Outbox(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void write(Topic topic, String key, CloudEvent envelope, Object value) {
        write(topic, key, envelope, Optional.of(EventJson.write(value)));
    }

    /// "What this key named is gone."
    @Transactional(Transactional.TxType.MANDATORY)
    public void writeTombstone(Topic topic, String key, CloudEvent envelope) {
        write(topic, key, envelope, Optional.empty());
    }

    /// Whether a record of this key has not been published yet.
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean holds(Topic topic, String key) {
        return count("topic = ?1 and key = ?2", topic.name(), key) > 0;
    }

    /// The oldest waiting record of each key that no other replica is publishing, locked until the transaction
    /// ends.
    List<OutboxRecord> claim(int limit) {
        return getEntityManager()
                .createNativeQuery("""
                        select o.* from outbox o
                        where not exists (
                            select 1 from outbox earlier
                            where earlier.topic = o.topic and earlier.record_key = o.record_key
                              and earlier.position < o.position)
                        order by o.position
                        limit :limit
                        for update of o skip locked
                        """, OutboxRecord.class)
                .setParameter("limit", limit)
                .getResultList();
    }

    private void write(Topic topic, String key, CloudEvent envelope, Optional<byte[]> value) {
        Map<String, String> headers = new LinkedHashMap<>(envelope.headers());
        TraceParent.current().ifPresent(trace -> headers.put(TraceParent.HEADER, trace));
        persist(new OutboxRecord(topic.name(), key, text(headers), value, clock.instant()));
    }

    private String text(Map<String, String> headers) {
        try {
            return json.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write the headers of an event", e);
        }
    }
}
