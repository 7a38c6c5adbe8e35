package io.adskull.dashboard.preview;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.adskull.dashboard.notifier.NotifierStandIn;
import io.adskull.dashboard.notifier.WithNotifier;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
@QuarkusTestResource(WithNotifier.class)
class PreviewPageServiceTest {
    NotifierStandIn notifier;

    private final String tenant = "tenant-" + UUID.randomUUID();

    @Test
    void slacksBlocksLookLikeSlacksAndHoldNoMarkupOfOthers() {
        notifier.previews(tenant, """
                {"text": "said", "blocks": [
                  {"type": "header", "text": {"type": "plain_text", "text": "*No* <img src=x>"}},
                  {"type": "section", "fields": [{"type": "mrkdwn", "text": "*Account*\\nKids &lt;script&gt;"}]},
                  {"type": "section", "text": {"type": "mrkdwn", "text": "see <https://a.example|this>"}},
                  {"type": "divider"},
                  {"type": "context", "elements": [{"type": "mrkdwn", "text": "`40001`"}]},
                  {"type": "actions", "elements": [
                    {"type": "button", "text": {"type": "plain_text", "text": "Reconnect"}, "style": "primary"}]},
                  {"type": "hologram"}]}""");

        preview("/preview?cause=TOKEN_INVALID&channel=slack&transition=opened")
                .statusCode(200)
                .body(containsString("*No* &lt;img src=x&gt;"), not(containsString("<img src=x")))
                .body(containsString("<b>Account</b>"), containsString("Kids &lt;script&gt;"))
                .body(containsString("<a href=\"https://a.example\""), containsString("<code>40001</code>"))
                .body(containsString("slack-button main"), containsString("cannot show: hologram"));
    }

    @Test
    void aMailIsShownInAFrameThatMayDoNothing() {
        notifier.previews(tenant, """
                {"subject": "[Action needed] <b>", "html": "<html><body style=\\"color:red\\">Hi</body></html>",
                 "text": "Hi"}""");

        preview("/preview?cause=TOKEN_INVALID&channel=email&transition=resolved")
                .body(containsString("[Action needed] &lt;b&gt;"))
                .body(containsString("sandbox"))
                .body(containsString("/preview/mail?cause=TOKEN_INVALID&amp;transition=resolved"));
        List<String> policies = preview("/preview/mail?cause=TOKEN_INVALID&transition=resolved")
                .statusCode(200)
                .body(equalTo("<html><body style=\"color:red\">Hi</body></html>"))
                .extract()
                .headers()
                .getValues("Content-Security-Policy");
        assertThat(policies).hasSize(1);
        assertThat(policies.getFirst())
                .contains("default-src 'none'", "style-src 'unsafe-inline'", "sandbox", "frame-ancestors 'self'")
                .doesNotContain("script-src");
    }

    @Test
    void anEventIsShownAsJson() {
        notifier.previews(tenant, "{\"type\": \"incident.opened\"}");

        preview("/preview?channel=webhook").body(containsString("&quot;type&quot; : &quot;incident.opened&quot;"));
    }

    @Test
    void whatThereIsNoneOfBecomesWhatThereIs() {
        preview("/preview?cause=<script>&channel=pigeon&transition=never")
                .statusCode(200)
                .body(not(containsString("<script>")), containsString("value=\"TOKEN_INVALID\" selected"));
    }

    @Test
    void whenTheNotifierIsAwayThePageSaysSo() {
        notifier.isAwayFor(tenant);

        preview("/preview").statusCode(200).body(containsString("does not answer now"));
        preview("/preview/mail").statusCode(503);
    }

    private ValidatableResponse preview(String address) {
        return given().auth()
                .oauth2(RealIdentity.token("vera", tenant, "viewer"))
                .get(address)
                .then();
    }
}
