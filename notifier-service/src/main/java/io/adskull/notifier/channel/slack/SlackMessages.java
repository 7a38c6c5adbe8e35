package io.adskull.notifier.channel.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.TextObject;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Severity;
import io.adskull.notifier.channel.Affected;
import io.adskull.notifier.channel.Alert;
import io.adskull.notifier.channel.AlertLinks;
import io.adskull.notifier.channel.TextToForward;
import io.adskull.notifier.channel.Untrusted;
import io.adskull.notifier.channel.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes an alert as Block Kit. Pure; whatever an incident holds, the message stays within Slack's limits
/// (docs.slack.dev/reference/block-kit/blocks).
public final class SlackMessages {
    private static final int HEADER = 150;
    private static final int SECTION = 3000;
    private static final int FIELD = 2000;
    private static final int CONTEXT = 2000;
    private static final int FALLBACK = 3000;
    private static final int STEPS = 12;
    private static final int EVIDENCE = 8;

    private SlackMessages() {}

    public static SlackMessage of(Alert alert, AlertLinks links) {
        return of(alert, links, SlackButtons.LINKS);
    }

    static SlackMessage of(Alert alert, AlertLinks links, SlackButtons buttons) {
        return switch (alert) {
            case Alert.Opened opened -> opened(opened, links, buttons);
            case Alert.Resolved resolved -> resolved(resolved, links, List.of());
        };
    }

    private static SlackMessage opened(Alert.Opened alert, AlertLinks links, SlackButtons buttons) {
        Incident incident = alert.incident();
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header(sign(incident.severity()) + " " + Wording.headline(alert)));
        alert.note().ifPresent(note -> blocks.add(section("*" + Mrkdwn.line(note, 600) + "*")));
        blocks.add(facts(incident));
        others(alert).ifPresent(text -> blocks.add(section(text)));
        blocks.add(section(Mrkdwn.paragraph(incident.explanation(), SECTION)));
        blocks.add(section("*What to do*\n" + steps(incident)));
        TextToForward.of(alert).ifPresent(text -> {
            blocks.add(section("*" + Wording.readyToForward(incident) + "*"));
            blocks.add(section(Mrkdwn.quoted(text, SECTION - 400)));
        });
        blocks.add(DividerBlock.builder().build());
        blocks.add(context(why(incident)));
        String quotes = toQuote(incident);
        if (!quotes.isEmpty()) {
            blocks.add(context(quotes));
        }
        blocks.add(ActionsBlock.builder().elements(buttons.below(alert, links)).build());
        String note = alert.note().map(text -> Untrusted.line(text, 600) + "\n").orElse("");
        return message(alert, blocks, note + spoken(incident));
    }

    /// @param about what else it shows, above its button
    static SlackMessage resolved(Alert.Resolved alert, AlertLinks links, List<LayoutBlock> about) {
        Incident incident = alert.incident();
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(header("✅ Resolved: " + Wording.headline(alert)));
        StringBuilder text = new StringBuilder()
                .append("*")
                .append(Mrkdwn.escaped(Wording.whatStopped(incident)))
                .append("* · ")
                .append(Mrkdwn.escaped(Wording.accountName(incident)))
                .append(" (")
                .append(Mrkdwn.escaped(Wording.accountNumber(incident)))
                .append("): this problem is over. It lasted *")
                .append(Wording.length(alert.lasted()))
                .append("*, until ")
                .append(Wording.time(alert.occurredAt()))
                .append(".");
        if (!alert.reason().isBlank()) {
            text.append("\n*How we know:* ").append(Mrkdwn.line(alert.reason(), 500));
        }
        alert.stillOpen().ifPresent(other -> text.append("\n*Still open for this account:* ")
                .append(Mrkdwn.line(other, 200)));
        blocks.add(section(text.toString()));
        others(alert).ifPresent(list -> blocks.add(section(list)));
        blocks.addAll(about);
        blocks.add(ActionsBlock.builder()
                .elements(List.of(SlackButtons.open(links)))
                .build());
        return message(
                alert,
                blocks,
                "It lasted " + Wording.length(alert.lasted()) + ". " + Untrusted.line(alert.reason(), 500));
    }

    private static SectionBlock facts(Incident incident) {
        List<TextObject> facts = new ArrayList<>();
        facts.add(fact(Wording.stoppedLabel(incident), Wording.whatStopped(incident)));
        facts.add(fact("Account", Wording.accountName(incident) + "\n" + Wording.accountNumber(incident)));
        Optional.ofNullable(incident.businessName()).ifPresent(name -> facts.add(fact("Business", name)));
        facts.add(fact("Since", Wording.time(incident.openedAt())));
        facts.add(fact("Who has to act", Wording.whoMustAct(incident)));
        return SectionBlock.builder().fields(facts).build();
    }

    /// The other accounts, by name and number; nothing when there is none.
    private static Optional<String> others(Alert alert) {
        Affected others = alert.others();
        if (others.count() == 0) {
            return Optional.empty();
        }
        return Optional.of("*" + Wording.alsoAffected(alert) + "*" + lines(others));
    }

    /// A line for each that fits, and how many more there are.
    static String lines(Affected others) {
        StringBuilder text = new StringBuilder();
        int shown = 0;
        for (Affected.Account account : others.named()) {
            String line = "\n• " + Mrkdwn.line(account.name(), 60) + " (" + Mrkdwn.line(account.number(), 40) + ")";
            if (text.length() + line.length() > SECTION - 200) {
                break;
            }
            text.append(line);
            shown++;
        }
        if (shown < others.count()) {
            text.append("\n_and ").append(others.count() - shown).append(" more, see AdSkull_");
        }
        return text.toString();
    }

    private static String steps(Incident incident) {
        List<String> steps = incident.steps();
        StringBuilder text = new StringBuilder();
        int shown = Math.min(steps.size(), STEPS);
        for (int i = 0; i < shown; i++) {
            String step = Mrkdwn.line(steps.get(i), 600);
            if (text.length() + step.length() > SECTION - 200) {
                shown = i;
                break;
            }
            text.append(i + 1).append(". ").append(step).append('\n');
        }
        if (shown < steps.size()) {
            text.append("_and ").append(steps.size() - shown).append(" more in AdSkull_");
        }
        return text.toString().stripTrailing();
    }

    private static String why(Incident incident) {
        StringBuilder why = new StringBuilder("*Why we say so:* ").append(Wording.sureness(incident.confidence()));
        Wording.reasons(incident, EVIDENCE)
                .forEach(sentence -> why.append("\n• ").append(Mrkdwn.line(sentence, 500)));
        return why.toString();
    }

    /// What a support ticket asks for.
    static String toQuote(Incident incident) {
        String platform = incident.account().platform().displayName();
        StringBuilder quote = new StringBuilder();
        if (incident.message() != null || incident.code() != null) {
            quote.append(platform).append(" said: ");
            Optional.ofNullable(incident.message())
                    .ifPresent(words -> quote.append(Mrkdwn.line(words, 500)).append(' '));
            Optional.ofNullable(incident.code())
                    .ifPresent(code ->
                            quote.append("(code ").append(Mrkdwn.code(code)).append(")"));
            quote.append('\n');
        }
        Optional.ofNullable(incident.logId())
                .ifPresent(id -> quote.append("Log id ").append(Mrkdwn.code(id)).append("  "));
        Wording.requestId(incident)
                .ifPresent(id ->
                        quote.append("Request id ").append(Mrkdwn.code(id)).append("  "));
        if (!incident.endpoint().isEmpty()) {
            quote.append("Call ").append(Mrkdwn.code(incident.endpoint()));
        }
        return quote.toString().stripTrailing();
    }

    /// All that matters without blocks: screen readers and notifications have only this.
    private static String spoken(Incident incident) {
        StringBuilder text = new StringBuilder(Untrusted.line(incident.explanation(), 800))
                .append("\nWho has to act: ")
                .append(Wording.whoMustAct(incident));
        List<String> steps = incident.steps();
        for (int i = 0; i < Math.min(steps.size(), STEPS); i++) {
            text.append('\n').append(i + 1).append(". ").append(Untrusted.line(steps.get(i), 200));
        }
        Optional.ofNullable(incident.logId())
                .ifPresent(id -> text.append("\nLog id ").append(Untrusted.line(id, 100)));
        return text.toString();
    }

    static SlackMessage message(Alert alert, List<LayoutBlock> blocks, String then) {
        String text = Wording.subject(alert) + "\n" + then;
        return new SlackMessage(Mrkdwn.text(Mrkdwn.escaped(text), FALLBACK).getText(), blocks);
    }

    static HeaderBlock header(String text) {
        return HeaderBlock.builder()
                .text(SlackButtons.plain(Untrusted.cut(text, HEADER)))
                .build();
    }

    static SectionBlock section(String mrkdwn) {
        return SectionBlock.builder()
                .text(Mrkdwn.text(nonEmpty(mrkdwn), SECTION))
                .build();
    }

    static ContextBlock context(String mrkdwn) {
        return ContextBlock.builder()
                .elements(List.of(Mrkdwn.text(nonEmpty(mrkdwn), CONTEXT)))
                .build();
    }

    private static TextObject fact(String label, String value) {
        return Mrkdwn.text("*" + label + "*\n" + Mrkdwn.paragraph(value, 400), FIELD);
    }

    /// Slack refuses empty text.
    private static String nonEmpty(String text) {
        return text.isBlank() ? "–" : text;
    }

    private static String sign(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "🔴";
            case WARNING -> "🟠";
            case INFO -> "🔵";
        };
    }
}
