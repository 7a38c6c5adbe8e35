package io.adskull.notifier.channel.slack;

import java.util.Optional;

/// By which Slack knows a message.
///
/// @param channel Slack's id of it, whatever it is called
/// @param ts unique within the channel
record SlackReceipt(String channel, String ts) {

    /// Such as `C0123456789/1503435956.000247`, as the outbox keeps it.
    @Override
    public String toString() {
        return channel + "/" + ts;
    }

    /// @return empty where it is no receipt of Slack's
    static Optional<SlackReceipt> parse(String text) {
        int slash = text.indexOf('/');
        return slash < 1 || slash == text.length() - 1
                ? Optional.empty()
                : Optional.of(new SlackReceipt(text.substring(0, slash), text.substring(slash + 1)));
    }
}
