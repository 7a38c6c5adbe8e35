package io.adskull.notifier.channel;

import io.adskull.notifier.channel.Destination.Mailbox;
import io.adskull.notifier.channel.Destination.SlackWebhook;
import io.adskull.notifier.channel.email.SendMail;
import io.adskull.notifier.channel.slack.PostToSlack;
import jakarta.enterprise.context.ApplicationScoped;

/// Sends an alert by the channel that the destination speaks. Blocks until the receiver answered or time ran out.
@ApplicationScoped
public class Channels {
    private final PostToSlack slack;
    private final SendMail mail;

    public Channels(PostToSlack slack, SendMail mail) {
        this.slack = slack;
        this.mail = mail;
    }

    public Outcome send(Alert alert, Destination to) {
        return switch (to) {
            case SlackWebhook webhook -> slack.post(alert, webhook);
            case Mailbox mailbox -> mail.send(alert, mailbox);
        };
    }
}
