package io.adskull.poller.http;

import java.time.Duration;

/// A call ended without a whole answer. An exception, because the circuit breaker counts exceptions.
final class NoAnswer extends Exception {
    private final transient TransportFailure why;
    private final transient Duration took;

    NoAnswer(TransportFailure why, Duration took) {
        super(why.id(), null, false, false);
        this.why = why;
        this.took = took;
    }

    PlatformReply.Unanswered reply() {
        return new PlatformReply.Unanswered(why, took);
    }
}
