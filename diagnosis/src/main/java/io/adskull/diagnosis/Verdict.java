package io.adskull.diagnosis;

/// What one answer says about one resource of one account.
public sealed interface Verdict {

    /// The call worked.
    record Healthy() implements Verdict {}

    record Failing(Diagnosis diagnosis) implements Verdict {}
}
