package io.adskull.classifier.topology;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jboss.logging.Logger;

/// A thread that dies is replaced: what it had not committed is read again, and nothing was sent twice.
@ApplicationScoped
public class KeepRunning implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = Logger.getLogger(KeepRunning.class);

    @Override
    public StreamThreadExceptionResponse handle(Throwable exception) {
        LOG.error("a stream thread died and is replaced", exception);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
