package io.adskull.dashboard.operators;

import io.adskull.contract.Topic;
import io.adskull.dashboard.problem.Problem;

/// Where a dead letter stands.
///
/// @param origin the topic whose letters these are
public record LetterId(Topic origin, int partition, long offset) {

    /// As an address names it.
    ///
    /// @throws Problem when no such topic has dead letters, or a number is none
    static LetterId parse(String topic, String partition, String offset) {
        try {
            return Topic.all().stream()
                    .filter(one -> one.name().equals(topic) && has(one))
                    .findFirst()
                    .map(one -> new LetterId(one, Integer.parseInt(partition), Long.parseLong(offset)))
                    .filter(id -> id.partition() >= 0 && id.offset() >= 0)
                    .orElseThrow(LetterId::unknown);
        } catch (NumberFormatException e) {
            throw unknown();
        }
    }

    static boolean has(Topic topic) {
        return Topic.all().stream()
                .anyMatch(other -> other.name().equals(topic.deadLetters().name()));
    }

    static Problem unknown() {
        return Problem.notFound("There is no such dead letter; it may have been deleted after 30 days.");
    }

    /// As addresses and pages write it.
    @Override
    public String toString() {
        return origin.name() + "/" + partition + "/" + offset;
    }
}
