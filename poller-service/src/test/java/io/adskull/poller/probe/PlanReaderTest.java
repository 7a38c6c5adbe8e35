package io.adskull.poller.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adskull.contract.account.Resource;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PlanReaderTest {
    private static final String HEAD = """
            limits: [{of: app, calls: 8, per: PT1S}]
            kinds:
              advertiser:
            """;
    private static final String ACCOUNT = HEAD + """
                - resource: ACCOUNT
                  path: /info/
            """;

    @Test
    void tikToksPlanCoversEveryResourceThatItsTableNames() {
        var file = Objects.requireNonNull(getClass().getResourceAsStream("/platforms/tiktok/probes.yaml"));
        Map<String, List<Probe>> plan = new PlanReader("tiktok")
                .read(new InputStreamReader(file, StandardCharsets.UTF_8))
                .kinds();

        assertThat(plan).containsOnlyKeys("advertiser", "tiktok-account");
        assertThat(plan.get("advertiser"))
                .extracting(Probe::resource)
                .contains(
                        Resource.ACCOUNT,
                        Resource.CAMPAIGNS,
                        Resource.ADS,
                        Resource.REPORTING,
                        Resource.AUTOMATED_RULES,
                        Resource.AUDIENCES,
                        Resource.PIXELS,
                        Resource.CREATIVES,
                        Resource.LEADS);
        assertThat(plan.values().stream().flatMap(List::stream))
                .allSatisfy(probe ->
                        assertThat(probe.path()).startsWith("/open_api/v1.3/").endsWith("/"))
                .allSatisfy(probe -> assertThat(probe.method()).isEqualTo("GET"));
    }

    @Test
    void anUnknownResourceIsToldWithItsLine() {
        broken(
                ACCOUNT + "    - resource: CAMPAINS\n      path: /campaign/\n",
                "plan.yaml:6: unknown resource \"CAMPAINS\"");
    }

    @Test
    void anUnknownPlaceholderIsToldWithItsLine() {
        broken(
                ACCOUNT + "      query:\n        id: '{acountId}'\n",
                "plan.yaml:7: unknown placeholder {acountId}, known are accountId, today, yesterday");
    }

    @Test
    void aMisspeltFieldIsToldWithItsLine() {
        broken(ACCOUNT + "      querry: {}\n", "plan.yaml:6: unknown field \"querry\"");
    }

    @Test
    void aFieldThatStandsTwiceIsToldWithItsLine() {
        broken(ACCOUNT + "      path: /other/\n", "plan.yaml:6: \"path\" stands here twice");
    }

    @Test
    void aPlanThatDoesNotBeginWithTheAccountIsRefused() {
        broken(
                HEAD + "    - resource: ADS\n      path: /ad/\n",
                "plan.yaml:4: the first probe must be about ACCOUNT: it tells whether the account is there at all");
    }

    @Test
    void aPathWithAQueryIsRefused() {
        broken(
                HEAD + "    - resource: ACCOUNT\n      path: /info/?x=1\n",
                "plan.yaml:5: path must be absolute and without query, not \"/info/?x=1\"");
    }

    @Test
    void aPostNeedsABodyAndAGetHasNone() {
        broken(ACCOUNT + "      method: POST\n", "plan.yaml:4: a POST needs a body");
        broken(ACCOUNT + "      body: '{}'\n", "plan.yaml:4: a GET has no body");
    }

    @Test
    void whatIsNotYamlIsToldWithItsLine() {
        assertThatThrownBy(() -> read("kinds:\n  advertiser: [\n"))
                .isInstanceOf(BrokenPlan.class)
                .hasMessageStartingWith("plan.yaml:3: not YAML: ");
        broken("", "plan.yaml:1: the plan is empty");
        broken("limits: [{of: app, calls: 1, per: PT1S}]\nkinds: 7", "plan.yaml:2: expected names and values");
    }

    private static void broken(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(BrokenPlan.class).hasMessage(message);
    }

    @Test
    void aPlanWithoutALimitOrWithANonsensicalOneIsRefused() {
        broken("kinds: {}", "plan.yaml:1: \"limits\" is missing");
        String wanted =
                ": a limit is of an app, connection, account or endpoint, has a number of calls, and a period such"
                        + " as PT1S, P1D or utc-day";
        broken("limits:\n  - {of: app, calls: many, per: PT1S}", "plan.yaml:2" + wanted);
        broken("limits:\n  - {of: app, calls: 0, per: PT1S}", "plan.yaml:2" + wanted);
        broken("limits:\n  - {of: app, calls: 5, per: day}", "plan.yaml:2" + wanted);
        broken("limits:\n  - {of: all, calls: 5, per: P1D}", "plan.yaml:2" + wanted);
        broken("limits:\n  - {calls: 5, per: P1D}", "plan.yaml:2: \"of\" is missing");
        broken("limits:\n  - {of: app, calls: 5, per: P1D, brust: 2}", "plan.yaml:2: unknown field \"brust\"");
    }

    private static ProbePlan read(String text) {
        return new PlanReader("plan.yaml").read(new StringReader(text));
    }
}
