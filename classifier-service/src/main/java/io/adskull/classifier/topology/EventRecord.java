package io.adskull.classifier.topology;

import io.adskull.classifier.incident.TraceParent;
import io.adskull.classifier.incident.Transition.Aside.AskAgain;
import io.adskull.classifier.incident.Transition.Outgoing;
import io.adskull.contract.CloudEvent;
import io.adskull.contract.EventJson;
import io.adskull.contract.poll.PollRequested;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/// Makes the records that leave.
final class EventRecord {
    private static final String SOURCE = "/classifier-service";

    private EventRecord() {}

    static Record<byte[], byte[]> remediation(Outgoing outgoing, TransitionSpan spans, long timestamp) {
        CloudEvent envelope = outgoing.remediation().envelope(SOURCE);
        Headers headers = headers(envelope);
        spans.record(outgoing).ifPresent(trace -> headers.add(TraceParent.HEADER, CloudEvent.bytes(trace.toString())));
        return record(envelope, outgoing.remediation(), timestamp, headers);
    }

    static Record<byte[], byte[]> pollRequested(AskAgain ask, long timestamp) {
        var envelope = new CloudEvent(
                ask.id(),
                PollRequested.EVENT_TYPE,
                SOURCE,
                ask.request().account().toString(),
                ask.request().at(),
                ask.request().tenant());
        return record(envelope, ask.request(), timestamp, headers(envelope));
    }

    /// One that stays inside this service.
    static Record<byte[], byte[]> plain(String key, Object value, long timestamp) {
        return new Record<>(CloudEvent.bytes(key), EventJson.write(value), timestamp);
    }

    private static Record<byte[], byte[]> record(CloudEvent envelope, Object value, long timestamp, Headers headers) {
        return new Record<>(CloudEvent.bytes(envelope.subject()), EventJson.write(value), timestamp, headers);
    }

    private static Headers headers(CloudEvent envelope) {
        Headers headers = new RecordHeaders();
        envelope.headers().forEach((name, value) -> headers.add(name, CloudEvent.bytes(value)));
        return headers;
    }
}
