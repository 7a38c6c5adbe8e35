package io.adskull.simulator.fault;

import io.adskull.simulator.traffic.Answer;
import io.adskull.simulator.traffic.PlatformCall;
import io.adskull.simulator.traffic.RequestLog;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Every call to every simulated platform passes here: an ordered fault answers it, else the platform does;
/// both are logged.
@Singleton
public final class Stage {
    private final FaultBook faults;
    private final RequestLog log;

    Stage(FaultBook faults, RequestLog log) {
        this.faults = faults;
        this.log = log;
    }

    /// @param requestId what a scenario's body says where it has `{request_id}`
    public Answer play(PlatformCall call, String requestId, Supplier<Answer> truth) {
        Answer answer = faults.claim(call)
                .map(fault -> fault.after() ? answer(fault, requestId).after(truth.get()) : answer(fault, requestId))
                .orElseGet(truth);
        log.add(call, answer);
        return answer;
    }

    /// The ordered answer, if there is one; not logged.
    public Optional<Answer> fault(PlatformCall call, String requestId) {
        return faults.claim(call).map(fault -> answer(fault, requestId));
    }

    private static Answer answer(Fault fault, String requestId) {
        Answer ordered = fault.answer();
        String body = fault.scenario().isPresent() ? ordered.body().replace("{request_id}", requestId) : ordered.body();
        return new Answer(
                ordered.status(),
                Map.copyOf(ordered.headers()),
                body,
                ordered.code(),
                ordered.delay(),
                ordered.dropped(),
                Optional.of(fault.id()));
    }
}
