package io.adskull.dashboard.alerts;

import io.adskull.dashboard.notifier.Destination;

/// What the page shows on which a destination is edited.
///
/// @param problem why what was asked for was not done
public record DestinationPage(Destination known, DestinationForm form, String problem) {}
