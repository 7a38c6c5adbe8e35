package io.adskull.notifier.channel;

import io.adskull.contract.remediation.Incident;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A message to send on to whoever must act, who may never have heard of AdSkull: what is wrong with which
/// account, and what to do. It holds no link, and asks for nothing that only the reader can do. Pure.
public final class TextToForward {
    private static final int STEPS = 12;

    /// Only who has a login to AdSkull can test there; the others say that it is time to.
    private static final Pattern TEST =
            Pattern.compile("press Re-test( in AdSkull)?( afterwards| to see [^.;]+)?", Pattern.CASE_INSENSITIVE);

    /// What is done in AdSkull, or with the login behind it, stays with the reader.
    private static final Pattern READERS_OWN = Pattern.compile("\\bin AdSkull\\b|\\bReconnect\\b|\\bask an admin"
            + "|\\bwith the login that connected\\b|\\bsigned in as the person who connected\\b");

    private TextToForward() {}

    /// Empty where nobody else than the reader acts, unless the incident brings a text.
    public static Optional<String> of(Alert alert) {
        Incident incident = alert.incident();
        Optional<String> written = Optional.ofNullable(incident.forwardable()).filter(text -> !text.isBlank());
        return switch (incident.actor()) {
            case BUSINESS_ADMIN, BILLING_OWNER ->
                Optional.of(Stream.of(
                                written.orElseGet(() -> whatIsWrong(incident)),
                                account(incident) + others(alert.others()),
                                steps(incident, written),
                                "As soon as you tell me, I test it in AdSkull. Thank you!")
                        .filter(paragraph -> !paragraph.isEmpty())
                        .collect(Collectors.joining("\n\n")));
            case ACCOUNT_USER, AUTOMATIC, DEVELOPER, PLATFORM -> written.map(text -> text + others(alert.others()));
        };
    }

    private static String whatIsWrong(Incident incident) {
        return "Hello, AdSkull watches our ad accounts and shows this: " + Wording.headline(incident) + ". "
                + incident.explanation();
    }

    private static String account(Incident incident) {
        String account = "Ad account: " + Wording.accountName(incident) + " (" + Wording.accountNumber(incident) + ")";
        return Optional.ofNullable(incident.businessName())
                .map(name -> account + "\nBusiness: " + Untrusted.line(name, 200))
                .orElse(account);
    }

    /// The same is asked for all accounts at once.
    private static String others(Affected others) {
        if (others.count() == 0) {
            return "";
        }
        return "\nThe same is needed for: " + others.names()
                + (others.unnamed() == 0 ? "." : " and " + others.unnamed() + " more.");
    }

    /// Those that somebody else can follow. Where the first is the reader's, the rest makes sense to the reader
    /// only, and what was written for the other is enough.
    private static String steps(Incident incident, Optional<String> written) {
        List<String> all =
                incident.steps().stream().map(TextToForward::forSomebodyElse).toList();
        if (written.isPresent() && isReadersOwn(all.getFirst())) {
            return "";
        }
        List<String> steps = all.stream()
                .filter(step -> !isReadersOwn(step) && !step.equals("Tell me."))
                .limit(STEPS)
                .toList();
        if (steps.isEmpty()) {
            return "";
        }
        StringBuilder numbered = new StringBuilder(written.isPresent() ? "Step by step:" : "Could you please:");
        for (int i = 0; i < steps.size(); i++) {
            numbered.append('\n').append(i + 1).append(". ").append(Untrusted.line(steps.get(i), 600));
        }
        return numbered.toString();
    }

    private static boolean isReadersOwn(String step) {
        return READERS_OWN.matcher(step).find();
    }

    private static String forSomebodyElse(String step) {
        return TEST.matcher(step)
                .replaceAll(press -> Character.isUpperCase(press.group().charAt(0)) ? "Tell me" : "tell me");
    }
}
