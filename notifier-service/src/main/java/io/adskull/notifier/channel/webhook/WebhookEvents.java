package io.adskull.notifier.channel.webhook;

import io.adskull.contract.EventJson;
import io.adskull.contract.alert.WebhookEvent;
import io.adskull.contract.alert.WebhookEvent.Account;
import io.adskull.contract.alert.WebhookEvent.Data;
import io.adskull.contract.alert.WebhookEvent.Links;
import io.adskull.contract.alert.WebhookNotice;
import io.adskull.notifier.channel.Alert;
import io.adskull.notifier.channel.AlertLinks;
import io.adskull.notifier.channel.Notice;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Writes an alert for programs. Pure: the same alert is the same text, however often it is sent.
public final class WebhookEvents {
    private WebhookEvents() {}

    public static String of(Alert alert, AlertLinks links) {
        return new String(EventJson.write(event(alert, links)), StandardCharsets.UTF_8);
    }

    static String of(Notice notice) {
        var event = new WebhookNotice(
                notice.kind(),
                WebhookNotice.VERSION,
                notice.at(),
                new WebhookNotice.Data(notice.title(), notice.text(), notice.steps(), notice.link()));
        return new String(EventJson.write(event), StandardCharsets.UTF_8);
    }

    private static WebhookEvent event(Alert alert, AlertLinks links) {
        return new WebhookEvent(
                "incident." + alert.place().transition().name().toLowerCase(Locale.ROOT),
                WebhookEvent.VERSION,
                alert.occurredAt(),
                new Data(
                        alert.place().lead().toString(),
                        alert.incident(),
                        alert.others().named().stream()
                                .map(account -> new Account(account.name(), account.number()))
                                .toList(),
                        alert.others().unnamed(),
                        new Links(links.incident(), links.reconnect().orElse(null)),
                        alert instanceof Alert.Resolved resolved ? resolved.reason() : null,
                        alert instanceof Alert.Opened opened ? opened.note().orElse(null) : null));
    }
}
