package io.adskull.notifier.channel;

import io.adskull.contract.alert.WebhookNotice;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Something to tell that is about no incident: about AdSkull's own messages.
///
/// @param id the same for every attempt
/// @param kind what programs know it by
/// @param text what happened and what it means, one paragraph
/// @param steps what to do, in order; none where nothing is to be done
/// @param link where to do it
public record Notice(
        UUID id, WebhookNotice.Kind kind, String title, String text, List<String> steps, String link, Instant at) {
    public Notice {
        steps = List.copyOf(steps);
    }
}
