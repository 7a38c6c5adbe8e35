package io.adskull.contract.remediation;

/// How much of the account's work stands still.
public enum Severity {
    /// Nothing works until somebody acts.
    CRITICAL,
    /// One resource does not work.
    WARNING,
    /// It heals by itself, or no campaign notices.
    INFO
}
