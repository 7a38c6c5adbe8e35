package io.adskull.contract.alert;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/// What a webhook's receiver gets that is about no incident, in the shape of [WebhookEvent].
///
/// @param version of this shape; only fields are added within one
/// @param timestamp when it happened; the header `webhook-timestamp` says when it was sent
public record WebhookNotice(Kind type, int version, Instant timestamp, Data data) {
    public static final int VERSION = 1;

    /// What it is about.
    public enum Kind {
        /// Somebody tests this destination.
        @JsonProperty("destination.test")
        DESTINATION_TEST,
        /// Another destination takes no messages any more.
        @JsonProperty("destination.off")
        DESTINATION_OFF,
        /// A summary of what is open.
        @JsonProperty("digest")
        DIGEST
    }

    /// @param steps what a person does, in order; may be empty
    /// @param link where
    public record Data(String title, String text, List<String> steps, String link) {
        public Data {
            steps = List.copyOf(steps);
        }
    }
}
