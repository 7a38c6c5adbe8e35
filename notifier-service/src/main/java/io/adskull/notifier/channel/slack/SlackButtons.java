package io.adskull.notifier.channel.slack;

import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import io.adskull.contract.remediation.Incident;
import io.adskull.notifier.channel.Alert;
import io.adskull.notifier.channel.AlertLinks;
import io.adskull.notifier.channel.Untrusted;
import io.adskull.notifier.channel.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The buttons below a message.
enum SlackButtons {
    /// They open pages, and nobody need listen to Slack.
    LINKS,
    /// Some also act: Slack tells us who pressed them.
    LINKS_AND_ACTIONS;

    List<BlockElement> below(Alert.Opened alert, AlertLinks links) {
        Incident incident = alert.incident();
        List<BlockElement> buttons = new ArrayList<>();
        links.reconnect()
                .ifPresent(url -> buttons.add(ButtonElement.builder()
                        .text(plain(Wording.reconnect(incident)))
                        .url(url)
                        .style("primary")
                        .actionId("reconnect")
                        .build()));
        buttons.add(open(links));
        if (this == LINKS_AND_ACTIONS) {
            buttons.addAll(acting(alert));
        }
        Optional.ofNullable(incident.docs())
                .flatMap(Untrusted::link)
                .ifPresent(page -> buttons.add(link(Wording.pageOf(incident), page, "docs")));
        return buttons;
    }

    static BlockElement open(AlertLinks links) {
        return link("Open in AdSkull", links.incident(), "open");
    }

    /// Without emoji codes: a title's `:skull:` stays what it is.
    static PlainTextObject plain(String text) {
        return PlainTextObject.builder().text(text).emoji(false).build();
    }

    private static List<BlockElement> acting(Alert.Opened alert) {
        List<BlockElement> buttons = new ArrayList<>();
        if (Wording.isOfAnAccount(alert.incident())) {
            buttons.add(action("Re-test", SlackAction.RETEST, alert));
        }
        buttons.add(action("Acknowledge", SlackAction.ACKNOWLEDGE, alert));
        buttons.add(action("Snooze 1 day", SlackAction.SNOOZE, alert));
        return buttons;
    }

    private static BlockElement action(String label, SlackAction action, Alert alert) {
        return ButtonElement.builder()
                .text(plain(label))
                .actionId(action.id())
                .value(alert.place().lead().toString())
                .build();
    }

    static BlockElement link(String label, String url, String action) {
        return ButtonElement.builder()
                .text(plain(label))
                .url(url)
                .actionId(action)
                .build();
    }
}
