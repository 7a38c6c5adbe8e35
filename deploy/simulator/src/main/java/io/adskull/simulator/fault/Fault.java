package io.adskull.simulator.fault;

import io.adskull.simulator.traffic.Answer;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// An answer ordered in advance.
///
/// @param path as ordered; empty means every path
/// @param account empty means every account
/// @param times how many answers until it is gone; empty means until it is deleted
/// @param after the platform does its work first, and only its answer is lost, late or replaced
/// @param scenario the scenario it came with; such bodies get a fresh `{request_id}` for each answer
public record Fault(
        String id,
        String platform,
        Optional<String> account,
        Optional<String> path,
        Answer answer,
        OptionalInt times,
        boolean after,
        Optional<String> scenario,
        Instant orderedAt) {}
