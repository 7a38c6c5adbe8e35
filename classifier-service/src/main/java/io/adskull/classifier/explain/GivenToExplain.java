package io.adskull.classifier.explain;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The shape of a described answer, for the interface's documentation. It is read leniently: see
/// [io.adskull.diagnosis.explain.GivenAnswer].
///
/// @param id whatever you call it; comes back as it was
/// @param body the platform's answer: JSON as it is, anything else as text
@Schema(name = "AnswerToExplain")
record GivenToExplain(
        @Nullable String id,

        @Schema(description = "Told from the answer when it is left out", examples = "tiktok") @Nullable
        String platform,

        @Schema(examples = "/open_api/v1.3/campaign/get/") @Nullable
        String endpoint,

        @JsonProperty("http_status") @Nullable Integer httpStatus,
        @Nullable Map<String, String> headers,
        Object body) {}
