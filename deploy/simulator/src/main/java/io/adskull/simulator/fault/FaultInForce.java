package io.adskull.simulator.fault;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.adskull.simulator.traffic.Answer;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One line of `GET /simulator/faults`, newest first.
///
/// @param timesLeft absent when it answers until it is deleted
@JsonInclude(JsonInclude.Include.NON_NULL)
record FaultInForce(
        String id,
        String platform,
        @Nullable String account,
        @Nullable String path,
        int status,
        Map<String, String> headers,
        String body,
        @Nullable Integer timesLeft,
        int answered,
        long delayMillis,
        boolean drop,
        boolean after,
        @Nullable String scenario,
        Instant orderedAt) {

    static FaultInForce of(ArmedFault armed) {
        Fault fault = armed.fault();
        Answer answer = fault.answer();
        return new FaultInForce(
                fault.id(),
                fault.platform(),
                fault.account().orElse(null),
                fault.path().orElse(null),
                answer.status(),
                answer.headers(),
                answer.body(),
                fault.times().isPresent() ? fault.times().getAsInt() - armed.answered() : null,
                armed.answered(),
                answer.delay().toMillis(),
                answer.dropped(),
                fault.after(),
                fault.scenario().orElse(null),
                fault.orderedAt());
    }
}
