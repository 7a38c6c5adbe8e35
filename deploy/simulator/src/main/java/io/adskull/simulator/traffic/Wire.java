package io.adskull.simulator.traffic;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/// Puts an [Answer] on the wire without blocking; waits are timers.
public final class Wire {
    private Wire() {}

    public static Uni<Response> send(Answer answer, HttpServerRequest request) {
        Uni<Answer> due = Uni.createFrom().item(answer);
        if (answer.delay().isPositive()) {
            due = due.onItem().delayIt().by(answer.delay());
        }
        return due.map(ready -> {
            if (ready.dropped()) {
                request.connection().close();
            }
            return response(ready);
        });
    }

    public static void send(Answer answer, RoutingContext context) {
        if (answer.delay().isPositive()) {
            context.vertx().setTimer(answer.delay().toMillis(), ignored -> write(answer, context));
        } else {
            write(answer, context);
        }
    }

    private static void write(Answer answer, RoutingContext context) {
        if (context.response().closed()) {
            return;
        }
        if (answer.dropped()) {
            context.request().connection().close();
            return;
        }
        answer.headers().forEach(context.response()::putHeader);
        context.response().setStatusCode(answer.status()).end(answer.body());
    }

    private static Response response(Answer answer) {
        Response.ResponseBuilder response = Response.status(answer.status());
        answer.headers().forEach(response::header);
        if (!answer.body().isEmpty()) {
            response.entity(answer.body().getBytes(StandardCharsets.UTF_8));
        }
        return response.build();
    }
}
