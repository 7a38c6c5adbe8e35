package io.adskull.notifier.channel;

import io.adskull.contract.remediation.Incident;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A message to send on to whoever must act, who may never have heard of AdSkull: what is wrong with which account,
/// and what to do. It holds no link, and asks for nothing that only the reader can do. Pure.
public final class TextToForward {
    private static final int STEPS = 12;

    /// Only who has a login to AdSkull can test there; the others say that it is time to.
    private static final Pattern TEST =
            Pattern.compile("press Re-test( in AdSkull)?( afterwards| to see [^.;]+)?", Pattern.CASE_INSENSITIVE);

    /// What is done in AdSkull stays with the reader.
    private static final Pattern READERS_OWN = Pattern.compile("\\bin AdSkull\\b|\\bReconnect\\b");

    private TextToForward() {}

    /// Empty where nobody else than the reader acts, unless the incident brings a text.
    public static Optional<String> of(Incident incident) {
        Optional<String> written = Optional.ofNullable(incident.forwardable()).filter(text -> !text.isBlank());
        return switch (incident.actor()) {
            case BUSINESS_ADMIN, BILLING_OWNER ->
                Optional.of(Stream.of(
                                written.orElseGet(() -> whatIsWrong(incident)),
                                account(incident),
                                steps(incident, written.isPresent() ? "Step by step:" : "Could you please:"),
                                "As soon as you tell me, I test it in AdSkull. Thank you!")
                        .filter(paragraph -> !paragraph.isEmpty())
                        .collect(Collectors.joining("\n\n")));
            case ACCOUNT_USER, AUTOMATIC, DEVELOPER, PLATFORM -> written;
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

    private static String steps(Incident incident, String heading) {
        List<String> steps = incident.steps().stream()
                .map(TextToForward::forSomebodyElse)
                .filter(step -> !READERS_OWN.matcher(step).find() && !step.equals("Tell me."))
                .limit(STEPS)
                .toList();
        if (steps.isEmpty()) {
            return "";
        }
        StringBuilder numbered = new StringBuilder(heading);
        for (int i = 0; i < steps.size(); i++) {
            numbered.append('\n').append(i + 1).append(". ").append(Untrusted.line(steps.get(i), 600));
        }
        return numbered.toString();
    }

    private static String forSomebodyElse(String step) {
        return TEST.matcher(step)
                .replaceAll(press -> Character.isUpperCase(press.group().charAt(0)) ? "Tell me" : "tell me");
    }
}
