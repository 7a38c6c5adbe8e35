package io.adskull.notifier.channel.email;

import java.util.Map;

/// One mail, ready to be sent: subject, both bodies, and the headers that thread it and name it.
public record MailMessage(String subject, String html, String text, Map<String, String> headers) {
    public MailMessage {
        headers = Map.copyOf(headers);
    }
}
