package io.adskull.diagnosis.dialect;

import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.Circumstances;
import java.util.Optional;

/// Stands in for a platform whose answers are not read yet: it never calls one healthy and never guesses.
public final class UnreadDialect implements Dialect {

    @Override
    public Reading read(Answer answer, Circumstances circumstances) {
        return new Reading.Failed(error(answer.httpStatus(), answer.transportError()));
    }

    public static PlatformError error(Optional<Integer> httpStatus, Optional<String> transportError) {
        return new PlatformError(
                "unread",
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                httpStatus,
                transportError,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
