package io.adskull.notifier;

import io.adskull.testing.TestKeyset;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Slack and a mail server for a test, injected into its fields of these types.
public class Receivers implements QuarkusTestResourceLifecycleManager {
    private final SlackReceiver slack = new SlackReceiver();
    private final MailReceiver mail = new MailReceiver();

    @Override
    public Map<String, String> start() {
        return Map.ofEntries(
                Map.entry("adskull.alerts.advertisers.slack-webhook-url", slack.url("/advertisers-secret")),
                Map.entry("adskull.alerts.advertisers.email", "media-buyers@northwind.example"),
                Map.entry("adskull.alerts.operators.slack-webhook-url", slack.url("/operators-secret")),
                Map.entry("adskull.alerts.operators.email", "operators@adskull.example"),
                Map.entry("adskull.alerts.delivery.first-wait", "PT0.3S"),
                Map.entry("adskull.alerts.delivery.longest-wait", "PT2S"),
                Map.entry("adskull.alerts.group-wait", "PT0S"),
                Map.entry("adskull.destinations.slack-webhook-addresses", slack.url("/services/")),
                Map.entry("adskull.destinations.plain-http", "true"),
                Map.entry("adskull.vault.keyset-file", TestKeyset.newFile().toString()),
                Map.entry("quarkus.mailer.host", "localhost"),
                Map.entry("quarkus.mailer.port", Integer.toString(mail.port())),
                Map.entry("quarkus.http.test-port", "0"));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(slack, new TestInjector.MatchesType(SlackReceiver.class));
        injector.injectIntoFields(mail, new TestInjector.MatchesType(MailReceiver.class));
    }

    @Override
    public void stop() {
        slack.stop();
        mail.stop();
    }
}
