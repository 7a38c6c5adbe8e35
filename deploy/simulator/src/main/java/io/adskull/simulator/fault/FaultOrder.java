package io.adskull.simulator.fault;

import io.adskull.simulator.traffic.Answer;
import java.util.Optional;
import java.util.OptionalInt;

/// A fault as somebody wants it, already checked.
public record FaultOrder(
        String platform,
        Optional<String> account,
        Optional<String> path,
        Answer answer,
        OptionalInt times,
        boolean after) {}
