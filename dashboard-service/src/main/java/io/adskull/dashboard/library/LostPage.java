package io.adskull.dashboard.library;

import java.util.List;

/// What is said in place of a page that does not exist, or of an answer that cannot be given.
///
/// @param nearest codes that may have been meant
public record LostPage(Head head, String detail, List<Entry> nearest, PasteBox box) {}
