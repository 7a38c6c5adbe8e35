package io.adskull.simulator.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One message that arrived.
///
/// @param channel `slack` or `email`
/// @param recipient Slack channel or e-mail address
/// @param text what a person reads, without markup
/// @param html of an e-mail, as it came
/// @param blocks of a Slack message, as they came
/// @param messageId of an e-mail
/// @param copies how often it arrived; a mail store shows a second copy of the same Message-ID once
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Message(
        String id,
        String channel,
        String recipient,
        String subject,
        String text,
        @Nullable String html,
        @Nullable JsonNode blocks,
        List<String> links,
        Instant receivedAt,
        @Nullable String messageId,
        int copies) {

    public static final String SLACK = "slack";
    public static final String EMAIL = "email";

    Message arrivedAgain() {
        return new Message(
                id, channel, recipient, subject, text, html, blocks, links, receivedAt, messageId, copies + 1);
    }

    boolean isCopyOf(Message other) {
        return messageId != null && messageId.equals(other.messageId) && recipient.equals(other.recipient);
    }
}
