package io.adskull.classifier.topology;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.errors.DefaultProductionExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.jboss.logging.Logger;

/// A record that no broker will ever take is told to the log and left out; all else is Kafka's own choice.
public final class SkipWhatCannotBeSent implements ProductionExceptionHandler {
    private static final Logger LOG = Logger.getLogger(SkipWhatCannotBeSent.class);

    private final ProductionExceptionHandler otherwise = new DefaultProductionExceptionHandler();

    @Override
    public ProductionExceptionHandlerResponse handle(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        if (exception instanceof RecordTooLargeException) {
            LOG.errorf(
                    "record %s-%d@%d led to one that is too large for %s",
                    context.topic(), context.partition(), context.offset(), record.topic());
            return ProductionExceptionHandlerResponse.CONTINUE;
        }
        return otherwise.handle(context, record, exception);
    }

    @Override
    public void configure(Map<String, ?> configs) {
        otherwise.configure(configs);
    }
}
