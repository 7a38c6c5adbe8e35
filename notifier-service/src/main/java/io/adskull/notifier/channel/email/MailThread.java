package io.adskull.notifier.channel.email;

import io.adskull.notifier.channel.Alert;
import io.adskull.notifier.channel.Alert.Place;
import io.adskull.notifier.channel.Alert.Transition;
import io.adskull.notifier.channel.Destination.Mailbox;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// The headers that name a mail. A second copy has the same Message-ID, so mailboxes drop it; "resolved" answers
/// "opened", so mail clients show one conversation.
final class MailThread {
    private static final Map<String, String> WRITTEN_BY_A_MACHINE =
            Map.of("Auto-Submitted", "auto-generated", "X-Auto-Response-Suppress", "All");

    private MailThread() {}

    /// @param sender the address that mails come from; its domain makes the ids unique in the world
    static Map<String, String> headers(Alert alert, Mailbox to, String sender) {
        Map<String, String> headers = new LinkedHashMap<>();
        Place place = alert.place();
        headers.put("Message-ID", id(place, to, sender));
        if (place.transition() != Transition.OPENED) {
            String opened = id(new Place(place.lead(), Transition.OPENED, 0), to, sender);
            headers.put("In-Reply-To", opened);
            headers.put("References", opened);
        }
        headers.putAll(WRITTEN_BY_A_MACHINE);
        to.unsubscribe().ifPresent(link -> {
            headers.put("List-Unsubscribe", "<" + link + ">");
            headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        });
        return headers;
    }

    /// Of a mail that begins no conversation.
    static Map<String, String> headers(UUID notice, String sender) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Message-ID", "<notice." + notice + "@" + sender.replace('@', '.') + ">");
        headers.putAll(WRITTEN_BY_A_MACHINE);
        return headers;
    }

    private static String id(Place place, Mailbox to, String sender) {
        String transition = place.transition().name().toLowerCase(Locale.ROOT) + (place.part() > 0 ? place.part() : "");
        String name = place.lead() + "." + transition + "." + to.name().replace('/', '-');
        return "<" + name + "@" + sender.replace('@', '.') + ">";
    }
}
