package io.adskull.diagnosis.dialect;

import io.adskull.diagnosis.Answer;

/// The HTTP status that only a text names, as in `401 Client Error` or `status code 401`.
public final class NamedStatus {
    private static final Clue STATUS = Clue.of(
            "(?i)(?:\\b(?:status(?: code)?|http(?: error| response| status)?|code|error|received)\\W{0,4}|\\()([45]\\d\\d)\\b"
                    + "|\\b([45]\\d\\d) (?:(?:client|server) error|unauthori[sz]ed|forbidden|not found|bad request)",
            "4",
            "5");

    private NamedStatus() {}

    /// The answer with the status that an exception's text names, where none was recorded.
    public static Answer in(String text, Answer answer) {
        return answer.httpStatus().isPresent()
                ? answer
                : STATUS.in(text)
                        .map(status -> answer.withStatus(Integer.parseInt(status)))
                        .orElse(answer);
    }
}
