package io.adskull.poller.ingest;

import io.adskull.contract.EventJson;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/// Turns away what says that it is too long before any of it is read. Quarkus would as well, without a word why.
@ApplicationScoped
class RefuseHugeRequests {
    private static final int BEFORE_QUARKUS = 10;

    void register(@Observes Filters filters) {
        filters.register(RefuseHugeRequests::check, BEFORE_QUARKUS);
    }

    private static void check(RoutingContext exchange) {
        if (declared(exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH)) <= ReadAnswers.MAX_REQUEST_BYTES) {
            exchange.next();
            return;
        }
        Problem problem = Problem.tooLarge();
        // Read to nowhere: a connection that is cut while the client still sends loses the answer.
        exchange.request().resume();
        exchange.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(Buffer.buffer(EventJson.write(problem)));
    }

    private static long declared(@Nullable String length) {
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
