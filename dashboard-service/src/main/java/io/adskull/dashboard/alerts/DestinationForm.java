package io.adskull.dashboard.alerts;

import io.adskull.dashboard.notifier.Destination;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a person types about a destination.
///
/// @param address where it is reached; a secret, but for e-mail
/// @param recipient what people call a Slack webhook's channel
public record DestinationForm(String kind, String name, String address, String recipient, boolean hearsRest) {

    static DestinationForm empty() {
        return new DestinationForm("slack", "", "", "", true);
    }

    static DestinationForm of(Destination known) {
        boolean slack = known.kind().equals("slack");
        return new DestinationForm(known.kind(), known.name(), "", slack ? known.recipient() : "", known.hearsRest());
    }

    static DestinationForm typed(MultivaluedMap<String, String> form) {
        return new DestinationForm(
                text(form, "kind"),
                text(form, "name"),
                text(form, "address"),
                text(form, "recipient"),
                form.containsKey("hearsRest"));
    }

    /// To be shown again beside what is wrong with it: without the address where that is a secret, also
    /// one that was pasted as another kind's.
    DestinationForm echoed() {
        boolean harmless = kind.equals("email") && !address.contains("/");
        return new DestinationForm(kind, name, harmless ? address : "", recipient, hearsRest);
    }

    DestinationForm as(String otherKind) {
        return new DestinationForm(otherKind, name, address, recipient, hearsRest);
    }

    Destination.Asked asked() {
        return new Destination.Asked(name, kind, present(address), present(recipient), hearsRest);
    }

    public List<String> kinds() {
        return List.of("slack", "email", "webhook");
    }

    static String label(String kind) {
        return switch (kind) {
            case "slack" -> "Slack";
            case "slack-bot" -> "Slack bot";
            case "email" -> "E-mail";
            case "webhook" -> "Webhook";
            default -> kind;
        };
    }

    private static String text(MultivaluedMap<String, String> form, String name) {
        return Optional.ofNullable(form.getFirst(name)).map(String::strip).orElse("");
    }

    private static @Nullable String present(String text) {
        return text.isEmpty() ? null : text;
    }

    @Override
    public String toString() {
        return "DestinationForm[" + kind + "]";
    }
}
