package io.adskull.notifier.channel.email;

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
import java.util.stream.Stream;

/// What the mail templates show, in the order they show it; already short enough, escaped by the templates.
public record MailView(
        String subject,
        String headline,
        String preview,
        String tone,
        Optional<String> note,
        List<Fact> facts,
        List<String> explanation,
        List<Step> steps,
        String readyToForward,
        List<String> forwardable,
        String sureness,
        List<String> evidence,
        List<Fact> quotes,
        String link,
        Optional<Page> reconnect,
        Optional<Page> page,
        String lasted,
        String reason,
        Optional<String> stillOpen) {

    private static final int MOST = 50;

    public record Fact(String label, String value) {}

    public record Step(int number, String text) {}

    public record Page(String label, String url) {}

    static MailView of(Alert alert, AlertLinks links) {
        Incident incident = alert.incident();
        return switch (alert) {
            case Alert.Opened opened -> view(alert, tone(incident.severity()), links, "", "", Optional.empty());
            case Alert.Resolved resolved ->
                view(
                        alert,
                        "#1e7f4f",
                        links,
                        Wording.length(resolved.lasted()),
                        Untrusted.line(resolved.reason(), 1000),
                        resolved.stillOpen().map(title -> Untrusted.line(title, 300)));
        };
    }

    private static MailView view(
            Alert alert, String tone, AlertLinks links, String lasted, String reason, Optional<String> stillOpen) {
        Incident incident = alert.incident();
        return new MailView(
                Wording.subject(alert),
                Wording.headline(alert),
                lasted.isEmpty() ? Untrusted.line(incident.explanation(), 120) : "It lasted " + lasted + ".",
                tone,
                note(alert),
                facts(alert),
                lines(incident.explanation()),
                steps(incident),
                Wording.readyToForward(incident),
                TextToForward.of(alert).map(MailView::lines).orElse(List.of()),
                Wording.sureness(incident.confidence()),
                Wording.reasons(incident, MOST).stream()
                        .map(sentence -> Untrusted.line(sentence, 1000))
                        .toList(),
                quotes(incident),
                links.incident(),
                links.reconnect().map(url -> new Page(Wording.reconnect(incident), url)),
                Optional.ofNullable(incident.docs())
                        .flatMap(Untrusted::link)
                        .map(url -> new Page(Wording.pageOf(incident), url)),
                lasted,
                reason,
                stillOpen);
    }

    private static Optional<String> note(Alert alert) {
        return switch (alert) {
            case Alert.Opened opened -> opened.note().map(text -> Untrusted.line(text, 1000));
            case Alert.Resolved resolved -> Optional.empty();
        };
    }

    private static Optional<Fact> others(Alert alert) {
        Affected others = alert.others();
        if (others.count() == 0) {
            return Optional.empty();
        }
        String rest = others.unnamed() == 0 ? "" : " and " + others.unnamed() + " more, see AdSkull";
        return Optional.of(new Fact(Wording.alsoAffected(alert), others.names() + rest));
    }

    private static List<Fact> facts(Alert alert) {
        Incident incident = alert.incident();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                alert instanceof Alert.Opened ? Wording.stoppedLabel(incident) : "What it was about",
                Wording.whatStopped(incident)));
        facts.add(new Fact("Account", Wording.accountName(incident) + ", " + Wording.accountNumber(incident)));
        others(alert).ifPresent(facts::add);
        Optional.ofNullable(incident.businessName())
                .ifPresent(name -> facts.add(new Fact("Business", Untrusted.line(name, 200))));
        facts.add(new Fact("Since", Wording.time(incident.openedAt())));
        switch (alert) {
            case Alert.Opened opened -> facts.add(new Fact("Who has to act", Wording.whoMustAct(incident)));
            case Alert.Resolved resolved -> facts.add(new Fact("Until", Wording.time(resolved.occurredAt())));
        }
        return facts;
    }

    private static List<Fact> quotes(Incident incident) {
        return Stream.of(
                        fact("Log id", incident.logId()),
                        fact("Request id", Wording.requestId(incident).orElse(null)),
                        fact(Wording.platforms(incident) + " code", incident.code()),
                        fact(Wording.platforms(incident) + " words", incident.message()),
                        fact("Call", incident.endpoint()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Fact> fact(String label, @org.jspecify.annotations.Nullable String value) {
        return Optional.ofNullable(value)
                .map(text -> Untrusted.line(text, 600))
                .filter(text -> !text.isEmpty())
                .map(text -> new Fact(label, text));
    }

    private static List<Step> steps(Incident incident) {
        List<Step> steps = new ArrayList<>();
        for (String step :
                incident.steps().subList(0, Math.min(MOST, incident.steps().size()))) {
            steps.add(new Step(steps.size() + 1, Untrusted.line(step, 1000)));
        }
        return steps;
    }

    private static List<String> lines(String text) {
        return Untrusted.paragraph(text, 6000).lines().limit(200).toList();
    }

    private static String tone(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "#c62828";
            case WARNING -> "#c25e00";
            case INFO -> "#1f5fbf";
        };
    }
}
