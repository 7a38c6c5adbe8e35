package io.adskull.dashboard.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.Platform;
import io.adskull.contract.account.Resource;
import io.adskull.contract.remediation.AutomaticAction;
import io.adskull.dashboard.AnIncident;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SupportTicketTest {
    @Test
    void tiktokGetsAllThatItsSupportAsksFor() {
        String text = ticket(new AnIncident().occurrences(4));

        assertThat(text).isEqualTo("""
                TikTok API: calls for Automated Rules of ad account Northwind Kids (ID 7012345678901234567) fail with HTTP status 200, error code 40001 since 2026-11-22 12:00:00 UTC

                Platform: TikTok
                Ad account: Northwind Kids (ID 7012345678901234567)
                Business: Northwind Agency
                What fails: Automated Rules
                API endpoint: /open_api/v1.3/optimizer/rule/list/
                HTTP status: 200
                Error code: 40001
                Error message: No permission to operate
                Log ID: 20261122120000ABCDEF0123456789ABCD
                Request ID: 7439c0de
                First seen: 2026-11-22 12:00:00 UTC
                Last seen: 2026-11-22 12:30:00 UTC
                Seen: 4 times
                Now: still failing

                What was already tried:
                - The same call was made 4 times, the last time at 2026-11-22 12:30:00 UTC, with the same result.
                """);
    }

    @Test
    void metaNamesOneTraceAndNoLogId() {
        String text = ticket(new AnIncident()
                .platform(Platform.META)
                .logId(null)
                .requestId("AbC1trace")
                .code("200"));

        assertThat(text).contains("Platform: Meta", "Request ID: AbC1trace").doesNotContain("Log ID");
    }

    @Test
    void anIdThatIsBothLogAndRequestIdIsSaidOnce() {
        String text =
                ticket(new AnIncident().platform(Platform.GOOGLE).logId("q1").requestId("q1"));

        assertThat(text).contains("Log ID: q1").doesNotContain("Request ID");
    }

    @Test
    void linkedinAndRedditAnswerWithoutACodeOfTheirOwn() {
        for (Platform platform : new Platform[] {Platform.LINKEDIN, Platform.REDDIT}) {
            String text = ticket(new AnIncident()
                    .platform(platform)
                    .code(null)
                    .logId(null)
                    .requestId(null)
                    .httpStatus(403));

            assertThat(text)
                    .contains("fail with HTTP status 403 since", "HTTP status: 403")
                    .doesNotContain("Error code", "Log ID", "Request ID", "null");
        }
    }

    @Test
    void aGatewayThatSaysNothingLeavesItsStatus() {
        String text = ticket(new AnIncident()
                .platform(Platform.X)
                .code(null)
                .message(null)
                .logId(null)
                .requestId(null)
                .httpStatus(502)
                .tries(AutomaticAction.RETRY_WITH_BACKOFF));

        assertThat(text)
                .contains("HTTP status: 502", "- We wait longer after each failure before the call is made again.")
                .doesNotContain("Error message", "null");
    }

    @Test
    void aCallWithoutAnyAnswerSaysSo() {
        String text = ticket(new AnIncident()
                .platform(Platform.AMAZON)
                .code(null)
                .message(null)
                .logId(null)
                .requestId(null)
                .httpStatus(null));

        assertThat(text)
                .contains("get no answer since", "HTTP status: none, no answer came")
                .doesNotContain("null");
    }

    @Test
    void anAccountWithoutANameIsNamedByItsIdOnce() {
        String text = ticket(new AnIncident().accountName("7012345678901234567").business(null));

        assertThat(text).contains("Ad account: 7012345678901234567\n").doesNotContain("(ID", "Business");
    }

    @Test
    void aTroubleOfAWholePlatformNamesNoAccount() {
        String text = ticket(new AnIncident()
                .account(AccountKey.wholePlatform(Platform.SNAPCHAT))
                .resource(Resource.ACCOUNT));

        assertThat(text)
                .startsWith("Snapchat API: calls fail with")
                .doesNotContain("Ad account", "~platform", "What fails");
    }

    @Test
    void whatIsOverIsToldInThePast() {
        String text = ticket(new AnIncident().resolvedAt(Instant.parse("2026-11-22T14:00:00Z")));

        assertThat(text)
                .contains(
                        "failed with HTTP status 200, error code 40001 from 2026-11-22 12:00:00 UTC to 2026-11-22 14:00:00")
                .contains("Now: works again since 2026-11-22 14:00:00 UTC");
    }

    @Test
    void nothingThatLooksLikeATokenAndNoForgedLineGetsIn() {
        String text = ticket(new AnIncident()
                .accountName("Kids\nNow: works again")
                .message("Bad token\r\nLog ID: forged EAAB" + "x7Yz".repeat(20) + " given"));

        assertThat(text)
                .contains("Error message: Bad token Log ID: forged [removed] given")
                .contains("Ad account: Kids Now: works again (ID")
                .doesNotContain("x7Yz", "\nNow: works again");
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void noWordOfOursIsInIt(Platform platform) {
        String text = ticket(new AnIncident().platform(platform).tries(AutomaticAction.REFRESH_TOKEN));

        assertThat(text)
                .contains("Platform: " + platform.displayName())
                .doesNotContainIgnoringCase("adskull", "incident", "RESOURCE_PERMISSION", "re-test", "probe");
    }

    private static String ticket(AnIncident incident) {
        return new SupportTicket(incident.view()).text();
    }
}
