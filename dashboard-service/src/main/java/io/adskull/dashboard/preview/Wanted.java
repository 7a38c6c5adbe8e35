package io.adskull.dashboard.preview;

import io.adskull.contract.remediation.Cause;
import io.adskull.dashboard.web.Words;
import java.util.Arrays;
import java.util.List;

/// Which message somebody wants to see. What there is none of becomes what there is.
///
/// @param cause as a name of [Cause]
/// @param channel `slack`, `email` or `webhook`
/// @param transition `opened`, `joined`, `reminded`, `escalated` or `resolved`
public record Wanted(String cause, String channel, String transition) {
    private static final List<Option> CAUSES = Arrays.stream(Cause.values())
            .map(cause -> new Option(cause.name(), Words.label(cause)))
            .toList();
    private static final List<Option> CHANNELS =
            List.of(new Option("slack", "Slack"), new Option("email", "E-mail"), new Option("webhook", "Webhook"));
    private static final List<Option> TRANSITIONS = List.of(
            new Option("opened", "It breaks"),
            new Option("joined", "More accounts fail for the same reason"),
            new Option("reminded", "It still goes on"),
            new Option("escalated", "Nobody has reacted"),
            new Option("resolved", "It is over"));

    /// @param label what people call it
    public record Option(String value, String label) {}

    static Wanted of(String cause, String channel, String transition) {
        return new Wanted(
                known(CAUSES, cause, Cause.TOKEN_INVALID.name()),
                known(CHANNELS, channel, "slack"),
                known(TRANSITIONS, transition, "opened"));
    }

    public List<Option> causeOptions() {
        return CAUSES;
    }

    public List<Option> channelOptions() {
        return CHANNELS;
    }

    public List<Option> transitionOptions() {
        return TRANSITIONS;
    }

    /// Where the mail itself is.
    public String mailAddress() {
        return "/preview/mail?cause=" + cause + "&transition=" + transition;
    }

    private static String known(List<Option> all, String value, String otherwise) {
        return all.stream().anyMatch(option -> option.value().equals(value)) ? value : otherwise;
    }
}
