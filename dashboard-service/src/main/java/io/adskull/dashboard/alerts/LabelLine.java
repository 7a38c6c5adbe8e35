package io.adskull.dashboard.alerts;

import java.util.List;

/// An account that has labels.
///
/// @param account such as `tiktok/7012345678901234567`
/// @param name what people call it
public record LabelLine(String account, String name, List<String> labels) {}
