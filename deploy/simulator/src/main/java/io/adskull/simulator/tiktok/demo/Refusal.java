package io.adskull.simulator.tiktok.demo;

import org.jspecify.annotations.Nullable;

/// An error an ad account answers with by nature.
///
/// @param path null means every endpoint that takes `advertiser_id`
/// @param times how many calls it lasts; null means for good
public record Refusal(
        @Nullable String path,
        int code,
        String message,
        @Nullable Integer times) {}
