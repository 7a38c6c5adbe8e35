package io.adskull.notifier.channel.slack;

import io.adskull.notifier.channel.Alert;
import io.adskull.notifier.channel.Destination.SlackBot;
import io.adskull.notifier.channel.FirstMessage;
import io.adskull.notifier.channel.MakeLinks;
import io.adskull.notifier.channel.Notice;
import io.adskull.notifier.channel.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Keeps one message of each conversation up to date, and says in its thread what is new. What comes
/// twice changes the message to what it says already. Where that message is gone, the news is a message
/// of its own.
@ApplicationScoped
public class TellAsBot {
    private static final String POST = "chat.postMessage";
    private static final String CHANGE = "chat.update";

    private final SlackApi slack;
    private final MakeLinks links;
    private final SlackButtons buttons;

    public TellAsBot(SlackApi slack, SlackConfig config, MakeLinks links) {
        this.slack = slack;
        this.links = links;
        this.buttons = config.signingSecret().isPresent() ? SlackButtons.LINKS_AND_ACTIONS : SlackButtons.LINKS;
    }

    /// @param first what this destination was told first of this, where Slack gave a receipt for it
    public Outcome tell(Alert alert, Optional<FirstMessage> first, SlackBot to) {
        return first.flatMap(message -> SlackReceipt.parse(message.receipt())
                        .flatMap(receipt -> inThread(alert, message.now(), receipt, to)))
                .orElseGet(() -> outcome(slack.call(
                        POST,
                        to.token(),
                        SlackMessages.of(alert, links.of(alert), buttons).posted(to.postsTo()))));
    }

    public Outcome tell(Notice notice, SlackBot to) {
        return outcome(slack.call(POST, to.token(), SlackNotices.of(notice).posted(to.postsTo())));
    }

    /// The change comes first: it can be repeated when the reply fails.
    ///
    /// @return empty where the first message, or the channel that it is in, is gone
    private Optional<Outcome> inThread(Alert alert, Alert now, SlackReceipt first, SlackBot to) {
        Optional<ApiAnswer> changed = BotMessages.changed(alert, now, links::of, buttons)
                .map(message -> slack.call(CHANGE, to.token(), message.inPlaceOf(first)));
        if (changed.isPresent() && changed.get() instanceof ApiAnswer.Refused refused) {
            return unlessGone(refused);
        }
        ApiAnswer replied = slack.call(POST, to.token(), reply(alert, first));
        return replied instanceof ApiAnswer.Refused refused ? unlessGone(refused) : Optional.of(outcome(replied));
    }

    private String reply(Alert alert, SlackReceipt first) {
        return switch (alert.place().transition()) {
            case REMINDED, ESCALATED ->
                SlackMessages.of(alert, links.of(alert), buttons).replyTo(first, true);
            case OPENED, JOINED, RESOLVED -> BotMessages.reply(alert).replyTo(first, false);
        };
    }

    /// A destination that goes to another channel today may still work.
    private static Optional<Outcome> unlessGone(ApiAnswer.Refused refused) {
        return switch (refused.of()) {
            case FIRST, CHANNEL -> Optional.empty();
            case PASSING, MESSAGE, TOKEN -> Optional.of(refused.outcome());
        };
    }

    private static Outcome outcome(ApiAnswer answer) {
        return switch (answer) {
            case ApiAnswer.Took took ->
                new Outcome.Delivered(Optional.of(took.receipt().toString()));
            case ApiAnswer.Refused refused -> refused.outcome();
        };
    }
}
