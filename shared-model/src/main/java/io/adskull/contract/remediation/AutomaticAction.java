package io.adskull.contract.remediation;

/// What the system does by itself about an incident.
public enum AutomaticAction {
    NONE,
    REFRESH_TOKEN,
    RETRY_WITH_BACKOFF,
    RETEST_SLOWLY
}
