package io.adskull.token.platform.meta;

import java.time.Duration;
import java.time.Instant;

/// How long Meta answers about a person's data.
sealed interface DataAccess {

    /// System users have no end of it.
    record Endless() implements DataAccess {}

    record Left(Duration time) implements DataAccess {}

    record Over(Instant since) implements DataAccess {}

    /// Meta did not say.
    record Unknown() implements DataAccess {}

    static DataAccess until(Instant end, Instant now) {
        return end.isAfter(now) ? new Left(Duration.between(now, end)) : new Over(end);
    }
}
