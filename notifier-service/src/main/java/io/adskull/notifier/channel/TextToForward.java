package io.adskull.notifier.channel;

import io.adskull.contract.remediation.Incident;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A message to send on to whoever must act, who may never have heard of AdSkull: what is wrong with which account,
/// and what to do. It holds no link, and asks for nothing that only the reader can do. Pure.
public final class TextToForward {
    private static final int STEPS = 12;

    /// Only who has a login to AdSkull can test there; the others say that it is time to.
    private static final Pattern TEST =
            Pattern.compile("press Re-test( in AdSkull)?( afterwards| to see it at once)?", Pattern.CASE_INSENSITIVE);

    /// What is done in AdSkull stays with the reader.
    private static final Pattern READERS_OWN = Pattern.compile("\\bin AdSkull\\b|\\bReconnect\\b");

    private TextToForward() {}

    /// Empty where the reader acts, or nobody.
    public static Optional<String> of(Incident incident) {
        Optional<String> written = Optional.ofNullable(incident.forwardable()).filter(text -> !text.isBlank());
        return switch (incident.actor()) {
            case BUSINESS_ADMIN, BILLING_OWNER ->
                Optional.of(String.join(
                        "\n",
                        written.orElseGet(() -> greeting(incident)),
                        "",
                        "Ad account: " + Wording.accountName(incident) + " (" + Wording.accountNumber(incident) + ")",
                        business(incident)
                                + written.map(text -> "Step by step:").orElse("Could you please:"),
                        steps(incident),
                        "",
                        "Please tell me when it is done, so that I can test it. Thank you!"));
            case ACCOUNT_USER, AUTOMATIC, DEVELOPER, PLATFORM -> written;
        };
    }

    private static String greeting(Incident incident) {
        return "Hello, AdSkull watches our ad accounts and shows this: " + Wording.headline(incident) + ". "
                + incident.explanation();
    }

    private static String business(Incident incident) {
        return Optional.ofNullable(incident.businessName())
                .map(name -> "Business: " + Untrusted.line(name, 200) + "\n\n")
                .orElse("\n");
    }

    private static String steps(Incident incident) {
        List<String> steps = incident.steps().stream()
                .map(TextToForward::forSomebodyElse)
                .filter(step -> !READERS_OWN.matcher(step).find())
                .limit(STEPS)
                .toList();
        StringBuilder numbered = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            numbered.append(i + 1)
                    .append(". ")
                    .append(Untrusted.line(steps.get(i), 600))
                    .append('\n');
        }
        return numbered.toString().stripTrailing();
    }

    private static String forSomebodyElse(String step) {
        return TEST.matcher(step)
                .replaceAll(press -> Character.isUpperCase(press.group().charAt(0)) ? "Tell me" : "tell me");
    }
}
