package io.adskull.contract.remediation;

/// How sure a diagnosis is.
public enum Confidence {
    CERTAIN,
    LIKELY,
    UNCLEAR
}
