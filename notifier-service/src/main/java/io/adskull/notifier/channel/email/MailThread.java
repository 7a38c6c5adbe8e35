package io.adskull.notifier.channel.email;

import io.adskull.contract.remediation.IncidentId;
import io.adskull.notifier.channel.Alert;
import io.adskull.notifier.channel.Alert.Transition;
import io.adskull.notifier.channel.Destination.Mailbox;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The headers that name a mail. A second copy has the same Message-ID, so mailboxes drop it; "resolved" answers
/// "opened", so mail clients show one conversation.
final class MailThread {
    private MailThread() {}

    /// @param sender the address that mails come from; its domain makes the ids unique in the world
    static Map<String, String> headers(Alert alert, Mailbox to, String sender) {
        Map<String, String> headers = new LinkedHashMap<>();
        IncidentId incident = alert.incident().id();
        headers.put("Message-ID", id(incident, alert.transition(), to, sender));
        if (alert.transition() != Transition.OPENED) {
            String opened = id(incident, Transition.OPENED, to, sender);
            headers.put("In-Reply-To", opened);
            headers.put("References", opened);
        }
        headers.put("Auto-Submitted", "auto-generated");
        headers.put("X-Auto-Response-Suppress", "All");
        return headers;
    }

    private static String id(IncidentId incident, Transition transition, Mailbox to, String sender) {
        String part = incident + "." + transition.name().toLowerCase(Locale.ROOT) + "."
                + to.name().replace('/', '-');
        return "<" + part + "@" + sender.replace('@', '.') + ">";
    }
}
