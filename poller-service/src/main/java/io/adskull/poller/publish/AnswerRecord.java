package io.adskull.poller.publish;

import io.adskull.contract.CloudEvent;
import io.adskull.contract.response.ApiResponse;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import org.apache.kafka.clients.producer.ProducerRecord;

/// An answer as it travels: the body verbatim, all else in headers.
public final class AnswerRecord {
    private AnswerRecord() {}

    /// The current span becomes the parent of all that follows from the answer.
    public static ProducerRecord<String, byte[]> of(ApiResponse answer, String topic, OpenTelemetry telemetry) {
        var record = new ProducerRecord<>(topic, answer.envelope().subject(), answer.body());
        answer.headers().forEach((name, value) -> record.headers().add(name, CloudEvent.bytes(value)));
        telemetry
                .getPropagators()
                .getTextMapPropagator()
                .inject(Context.current(), record.headers(), (headers, name, value) -> {
                    if (headers != null) {
                        headers.add(name, CloudEvent.bytes(value));
                    }
                });
        return record;
    }
}
