package io.adskull.poller.ingest;

import io.adskull.contract.account.Resource;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The shape of a handed-in answer, for the interface's documentation. [ReadAnswer] reads it.
@Schema(
        name = "AnswerToHandIn",
        requiredProperties = {"account", "method", "path"},
        additionalProperties = Schema.False.class)
record AnswerToHandIn(
        @Schema(
                description = "Yours for this answer and no other: sent again with the same id and time, it counts"
                        + " once. Needs `at`. Made here when it is left out.",
                examples = "campaign-editor-4711")
        @Nullable
        String id,

        @Schema(description = "Platform and account id", examples = "tiktok/7012345678901234567")
        String account,

        @Schema(description = "Needed from a service; a person's is in its token", examples = "demo") @Nullable
        String tenant,

        @Schema(description = "The connection whose token the call used") @Nullable
        String connection,

        @Schema(examples = "POST") String method,

        @Schema(
                description = "Of the endpoint, without host and query; ids of objects in it as a placeholder",
                examples = "/open_api/v1.3/campaign/update/")
        String path,

        @Schema(description = "Which part of the account the call was about") @Nullable
        Resource resource,

        @Schema(description = "100 to 599; this or transportError") @Nullable
        Integer httpStatus,

        @Schema(
                description = "Why no answer came; this or httpStatus",
                enumeration = {"timeout", "connection-refused", "dns", "tls", "other"})
        @Nullable
        String transportError,

        @Schema(description = "Of the answer, never of the request; those that help no diagnosis are dropped") @Nullable
        Map<String, String> headers,

        @Schema(description = "1 for a first call; 1 without it") @Nullable
        Integer attempt,

        @Nullable Integer durationMillis,

        @Schema(description = "When the answer came; now without it") @Nullable
        Instant at,

        @Schema(
                description = "The platform's answer, letter by letter; cut at 1 MiB",
                examples = "{\"code\":40001,\"message\":\"No permission to operate advertiser\"}")
        @Nullable
        String body,

        @Schema(description = "The same as base64, where it is not UTF-8; one of the two") @Nullable
        String bodyBase64,

        @Schema(description = "Whether you cut the body before") @Nullable
        Boolean truncated) {}
