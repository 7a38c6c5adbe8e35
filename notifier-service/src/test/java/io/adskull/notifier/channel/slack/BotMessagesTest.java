package io.adskull.notifier.channel.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonParser;
import io.adskull.contract.remediation.Cause;
import io.adskull.notifier.Incidents;
import io.adskull.notifier.Snapshot;
import io.adskull.notifier.channel.Affected;
import io.adskull.notifier.channel.Alert;
import io.adskull.notifier.channel.Alert.Place;
import io.adskull.notifier.channel.Alert.Transition;
import io.adskull.notifier.preview.Samples;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BotMessagesTest {
    private static final SlackReceipt FIRST = new SlackReceipt("C0ADS", "1503435956.000247");

    @ParameterizedTest
    @EnumSource(names = {"TOKEN_INVALID", "RESOURCE_PERMISSION_MISSING", "PLATFORM_MAINTENANCE"})
    void whatABotTellsOfACauseReadsAsAPersonApprovedIt(Cause cause) throws IOException {
        Alert opened = Samples.opened(cause);
        Alert resolved = Samples.resolved(cause);
        String name = cause.name().toLowerCase(Locale.ROOT).replace('_', '-');

        Snapshot.assertSame(
                name + "-opened.bot.json",
                inLines(SlackMessages.of(opened, Samples.links(opened), SlackButtons.LINKS_AND_ACTIONS)
                        .posted("#ads-alerts")));
        Snapshot.assertSame(
                name + "-resolved.bot.json", inLines(changed(resolved, opened).inPlaceOf(FIRST)));
        Snapshot.assertSame(
                name + "-resolved-reply.bot.json",
                inLines(BotMessages.reply(resolved).replyTo(FIRST, false)));
    }

    @Test
    void whoJoinsReadsAsAPersonApprovedIt() throws IOException {
        Snapshot.assertSame(
                "joined-reply.bot.json", inLines(BotMessages.reply(joined(3)).replyTo(FIRST, false)));
    }

    @Test
    void oneThatJoinsIsNamedAsOne() {
        assertThat(BotMessages.reply(joined(0)).text()).contains("[More accounts]");
        assertThat(BotMessages.reply(joined(0)).json()).contains("1 more account has the same problem");
    }

    @Test
    void fiveThousandThatJoinStayWithinSlacksLimits() {
        SlackMessage reply = BotMessages.reply(joined(4999));

        assertThat(reply.text().length()).isLessThanOrEqualTo(3000);
        assertThat(reply.json()).contains("_and 4949 more, see AdSkull_");
    }

    @Test
    void aMessageWithoutAListenerHasNoButtonsThatAct() {
        Alert opened = Samples.opened(Cause.TOKEN_INVALID);

        assertThat(SlackMessages.of(opened, Samples.links(opened)).json())
                .contains("\"reconnect\"", "\"open\"")
                .doesNotContain("acknowledge", "snooze", "retest");
    }

    private static SlackMessage changed(Alert news, Alert now) {
        return BotMessages.changed(news, now, Samples::links, SlackButtons.LINKS_AND_ACTIONS)
                .orElseThrow();
    }

    private static Alert joined(int others) {
        Alert.Opened first = Samples.opened(Cause.RESOURCE_PERMISSION_MISSING);
        return new Alert.Opened(
                first.incident(),
                Affected.of(Incidents.others(others)),
                new Place(first.incident().id(), Transition.JOINED, 1));
    }

    /// As people read it.
    private static String inLines(String json) {
        return new GsonBuilder()
                .disableHtmlEscaping()
                .setPrettyPrinting()
                .create()
                .toJson(JsonParser.parseString(json));
    }
}
