package io.adskull.poller.probe;

import java.util.List;
import java.util.Map;

/// What one platform is asked, and how much of it that platform takes.
///
/// @param limits all of them hold
/// @param kinds for each kind of account what is asked, in this order; the account's own probe comes first
public record ProbePlan(List<Limit> limits, Map<String, List<Probe>> kinds) {

    public ProbePlan {
        limits = List.copyOf(limits);
    }
}
