package io.adskull.dashboard.overview;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.adskull.contract.account.AccountKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message that was sent or given up, in the list of all; also its JSON.
///
/// @param id of the delivery
/// @param title of the incident; null where nothing was heard of it yet
/// @param account of the incident; null likewise
public record SentMessage(
        String id,
        UUID incident,
        @Nullable String title,
        @Nullable AccountKey account,
        @Nullable String accountName,
        @JsonUnwrapped AlertView alert) {}
