package io.adskull.poller.ingest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What is wrong with one field of a handed-in answer.
///
/// @param index of the answer in its batch, from 0; absent outside a batch
/// @param detail says what the field must be and never what it was: that may be a secret
record BadField(
        @Schema(description = "Of the answer in its batch, from 0; absent outside a batch") @Nullable
        Integer index,

        @Schema(examples = "path") String field,
        String detail) {

    @Override
    public String toString() {
        return (index == null ? "" : "answer " + index + ": ") + field + " " + detail;
    }
}
