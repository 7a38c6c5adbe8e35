package io.adskull.dashboard.alerts;

import java.util.List;

/// What the page shows on which accounts get labels.
///
/// @param labelled the accounts that have some
/// @param account what is typed about one, as `labels`
/// @param accounts some that can be chosen by their names
/// @param problem why what was asked for was not done, or cannot be shown
public record LabelsPage(
        List<LabelLine> labelled, String account, String labels, List<Choice> accounts, String problem) {}
