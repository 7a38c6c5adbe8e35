package io.adskull.poller.schedule;

import io.adskull.poller.accounts.WatchedAccount;
import io.adskull.poller.probe.Probe;
import java.time.Instant;

/// One probe whose time has come. Whoever takes it must hand it back to [ProbeSchedule#done].
///
/// @param run tells this run from any other
/// @param share of the limits by which its call was counted
/// @param attempt 1 unless the probe's last calls failed in a way that may heal
/// @param urgent whether somebody waits for it
public record DueProbe(
        WatchedAccount account, Probe probe, Instant dueAt, double share, int attempt, boolean urgent, int run) {}
