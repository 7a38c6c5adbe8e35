package io.adskull.simulator.tiktok.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One ad account. Status words are those of `/advertiser/info/`; null means STATUS_ENABLE.
///
/// @param refusals what TikTok refuses for this account, always or a number of times
public record Advertiser(
        String id,
        String name,
        @Nullable String status,
        @Nullable String rejectionReason,
        @Nullable String industry,
        @Nullable List<Refusal> refusals) {

    public String statusOrEnabled() {
        return status == null ? "STATUS_ENABLE" : status;
    }
}
