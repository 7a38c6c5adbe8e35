package io.adskull.notifier.channel;

import io.adskull.notifier.channel.Destination.Mailbox;
import io.adskull.notifier.channel.Destination.SlackBot;
import io.adskull.notifier.channel.Destination.SlackWebhook;
import io.adskull.notifier.channel.Destination.Webhook;
import io.adskull.notifier.channel.email.SendMail;
import io.adskull.notifier.channel.slack.PostToSlack;
import io.adskull.notifier.channel.slack.TellAsBot;
import io.adskull.notifier.channel.webhook.CallWebhook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// Sends an alert by the channel that the destination speaks. Blocks until the receiver answered or time ran out.
@ApplicationScoped
public class Channels {
    private final PostToSlack slack;
    private final TellAsBot bot;
    private final SendMail mail;
    private final CallWebhook webhooks;

    public Channels(PostToSlack slack, TellAsBot bot, SendMail mail, CallWebhook webhooks) {
        this.slack = slack;
        this.bot = bot;
        this.mail = mail;
        this.webhooks = webhooks;
    }

    /// @param id of the message, the same for every attempt
    /// @param first what the destination was told first of this, where it can be changed
    public Outcome send(UUID id, Alert alert, Optional<FirstMessage> first, Destination to) {
        return switch (to) {
            case SlackWebhook webhook -> slack.post(alert, webhook);
            case SlackBot of -> bot.tell(alert, first, of);
            case Webhook webhook -> webhooks.call(id.toString(), alert, webhook);
            case Mailbox mailbox -> mail.send(alert, mailbox);
        };
    }

    public Outcome send(Notice notice, Destination to) {
        return switch (to) {
            case SlackWebhook webhook -> slack.post(notice, webhook);
            case SlackBot of -> bot.tell(notice, of);
            case Webhook webhook -> webhooks.call(notice, webhook);
            case Mailbox mailbox -> mail.send(notice, mailbox);
        };
    }
}
