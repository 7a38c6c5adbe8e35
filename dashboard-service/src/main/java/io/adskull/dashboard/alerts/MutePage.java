package io.adskull.dashboard.alerts;

import java.util.List;

/// What the page shows on which something is muted.
///
/// @param accounts some that can be chosen by their names
/// @param problem why what was asked for was not done
public record MutePage(MuteForm form, List<Choice> accounts, String problem) {}
