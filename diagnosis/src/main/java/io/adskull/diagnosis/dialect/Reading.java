package io.adskull.diagnosis.dialect;

/// What an answer says, before anybody asks why.
public sealed interface Reading {

    /// The call worked.
    record Healthy() implements Reading {}

    record Failed(PlatformError error) implements Reading {}
}
