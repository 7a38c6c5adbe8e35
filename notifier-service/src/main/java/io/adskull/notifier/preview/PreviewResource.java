package io.adskull.notifier.preview;

import io.adskull.access.Caller;
import io.adskull.access.Problem;
import io.adskull.contract.remediation.Cause;
import io.adskull.notifier.channel.Alert;
import io.adskull.notifier.channel.Alert.Transition;
import io.adskull.notifier.channel.Destination.Mailbox;
import io.adskull.notifier.channel.email.MailMessage;
import io.adskull.notifier.channel.email.MailMessages;
import io.adskull.notifier.channel.slack.SlackMessages;
import io.adskull.notifier.channel.webhook.WebhookEvents;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The message that people get for a cause, for an account of a made-up business. For whoever is signed in.
@Path("/api/preview")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Preview")
public class PreviewResource {
    private static final Mailbox BUYERS = new Mailbox("advertisers/email", "media-buyers@northwind.example");
    private static final String SENDER = "alerts@adskull.example";

    private final Caller caller;

    PreviewResource(Caller caller) {
        this.caller = caller;
    }

    /// Slack's and the webhook's answer is the very text that is posted.
    ///
    /// @param channel `slack`, `email` or `webhook`
    /// @param transition `opened`, `joined`, `reminded`, `escalated` or `resolved`
    @GET
    @Path("/{cause}")
    @Operation(summary = "What is sent when this breaks, or is over")
    public Response preview(
            String cause,
            @QueryParam("channel") @DefaultValue("slack") String channel,
            @QueryParam("transition") @DefaultValue("opened") String transition) {
        caller.tenant();
        Optional<Cause> known = named(Cause.values(), cause);
        if (known.isEmpty()) {
            return Problem.notFound("There is no such cause.");
        }
        return named(Transition.values(), transition)
                .map(when -> alert(known.get(), when))
                .flatMap(alert -> message(alert, channel))
                .map(message -> Response.ok(message).build())
                .orElseGet(
                        () -> Problem.of(
                                Response.Status.BAD_REQUEST,
                                "channel is slack, email or webhook; transition is opened, joined, reminded, escalated or resolved."));
    }

    private static Alert alert(Cause cause, Transition transition) {
        return switch (transition) {
            case OPENED -> Samples.opened(cause);
            case JOINED -> Samples.joined(cause);
            case REMINDED -> Samples.reminded(cause);
            case ESCALATED -> Samples.escalated(cause);
            case RESOLVED -> Samples.resolved(cause);
        };
    }

    private static Optional<Object> message(Alert alert, String channel) {
        return switch (channel) {
            case "slack" ->
                Optional.of(SlackMessages.of(alert, Samples.links(alert)).json());
            case "email" -> Optional.of(Mail.of(MailMessages.of(alert, BUYERS, SENDER, Samples.links(alert))));
            case "webhook" -> Optional.of(WebhookEvents.of(alert, Samples.links(alert)));
            default -> Optional.empty();
        };
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
        return Arrays.stream(all)
                .filter(one -> one.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /// @param html as mail programs show it
    /// @param text for those that show no HTML
    public record Mail(String subject, String html, String text) {
        static Mail of(MailMessage message) {
            return new Mail(message.subject(), message.html(), message.text());
        }
    }
}
