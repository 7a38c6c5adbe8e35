package io.adskull.dashboard.library;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Some codes of a platform.
///
/// @param next what to ask for `after`; null at the end
@Schema(name = "LibraryCodes")
public record CodeList(List<CodeView> items, @Nullable String next) {}
