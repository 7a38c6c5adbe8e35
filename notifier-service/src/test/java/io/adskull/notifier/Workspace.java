package io.adskull.notifier;

import io.adskull.testing.TestKeyset;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// A Slack workspace with our bot in it, for a test's fields of type [SlackWorkspace].
public class Workspace implements QuarkusTestResourceLifecycleManager {
    static final String SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

    private final SlackWorkspace slack = new SlackWorkspace();

    @Override
    public Map<String, String> start() {
        return Map.of(
                "adskull.alerts.advertisers.slack-bot-token",
                SlackWorkspace.TOKEN,
                "adskull.alerts.operators.slack-bot-token",
                SlackWorkspace.TOKEN,
                "adskull.alerts.slack.api-url",
                slack.url("/api"),
                "adskull.alerts.slack.signing-secret",
                SIGNING_SECRET,
                "adskull.alerts.group-wait",
                "PT0S",
                "adskull.alerts.delivery.first-wait",
                "PT0.3S",
                "adskull.alerts.delivery.longest-wait",
                "PT2S",
                "adskull.vault.keyset-file",
                TestKeyset.newFile().toString(),
                "quarkus.http.test-port",
                "0");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(slack, new TestInjector.MatchesType(SlackWorkspace.class));
    }

    @Override
    public void stop() {
        slack.stop();
    }
}
