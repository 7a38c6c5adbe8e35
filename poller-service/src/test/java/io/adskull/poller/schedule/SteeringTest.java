package io.adskull.poller.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.adskull.contract.CloudEvent;
import io.adskull.contract.account.Platform;
import io.adskull.contract.account.Resource;
import io.adskull.contract.response.ApiResponse;
import io.adskull.diagnosis.Diagnostician;
import io.adskull.diagnosis.LimitScope;
import io.adskull.poller.Accounts;
import io.adskull.poller.access.TokenServiceClient.Body;
import io.adskull.poller.access.Tokens;
import io.adskull.poller.accounts.WatchedAccount;
import io.adskull.poller.probe.Limit;
import io.adskull.poller.probe.ProbePlan;
import io.adskull.poller.probe.ProbePlans;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// How long whom a refusal stops: as each platform documents it.
class SteeringTest {
    private static final Instant NOW = Instant.parse("2026-11-22T21:30:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);

    private final Steering steering = new Steering(
            Diagnostician.bundled(),
            new Tokens(_ -> new Body("a-token", null, null), CLOCK),
            new ProbePlans(Map.of(
                    Platform.TIKTOK, new ProbePlan(List.of(Limit.perUtcDay(864_000)), Map.of()),
                    Platform.GOOGLE, new ProbePlan(List.of(Limit.perDay(15_000)), Map.of()))),
            CLOCK);

    @Test
    void tikTokCountsTheCallsOfASecondAndTheNextIsANewOne() {
        assertThat(tikTok(40100, "App 7 reaches the QPS limit 10, current QPS is 11"))
                .isEqualTo(limited(LimitScope.APP, Duration.ofSeconds(1)));
    }

    @Test
    void tikTokRestrictsAnAppForFiveMinutes() {
        assertThat(tikTok(40100, "Due to too many requests, requests from App 7 are temporarily restricted."))
                .isEqualTo(limited(LimitScope.APP, Duration.ofMinutes(5)));
    }

    @Test
    void tikToksDayEndsAtMidnightUtc() {
        assertThat(tikTok(40100, "App 7 reaches the QPD limit of the day. Daily limit is 864000."))
                .isEqualTo(limited(LimitScope.APP, Duration.ofMinutes(150)));
    }

    @Test
    void tikToksLimitOfAnAdvertiserAtAPathStopsOnlyThese() {
        assertThat(
                        tikTok(
                                40133,
                                "Advertiser (7)'s QPS (2) reaches QPS limit 1 for current path, request is temporarily restricted."))
                .isEqualTo(limited(LimitScope.ENDPOINT, Duration.ofSeconds(10)));
    }

    @Test
    void googleSaysHowLongAnAccountWaits() {
        assertThat(google("ACCOUNT", "Requests per account", "7s"))
                .isEqualTo(limited(LimitScope.ACCOUNT, Duration.ofSeconds(7)));
    }

    @Test
    void googleSaysHowLongTheDeveloperTokenWaits() {
        assertThat(google("DEVELOPER", "Number of operations for basic access", "5400s"))
                .isEqualTo(limited(LimitScope.APP, Duration.ofMinutes(90)));
    }

    @Test
    void metaSaysInAHeaderInHowManyMinutesAnAccountMayBeAskedAgain() {
        ProbeOutcome outcome = outcome(Platform.META, 400, Map.of("x-business-use-case-usage", """
                        {"7":[{"type":"ads_management","call_count":100,"total_cputime":0,"total_time":0,\
                        "estimated_time_to_regain_access":12}]}"""), """
                {"error":{"message":"User request limit reached","type":"OAuthException","code":17,\
                "error_subcode":2446079,"fbtrace_id":"A"}}""");

        assertThat(outcome).isEqualTo(limited(LimitScope.ACCOUNT, Duration.ofMinutes(12)));
    }

    private ProbeOutcome tikTok(int code, String message) {
        return outcome(Platform.TIKTOK, 200, Map.of(), """
                {"code":%d,"message":"%s","request_id":"r","data":{}}""".formatted(code, message));
    }

    private ProbeOutcome google(String rateScope, String rateName, String retryDelay) {
        return outcome(Platform.GOOGLE, 429, Map.of(), """
                {"error":{"code":429,"message":"Resource has been exhausted (e.g. check quota).",
                "status":"RESOURCE_EXHAUSTED","details":[{
                "@type":"type.googleapis.com/google.ads.googleads.v22.errors.GoogleAdsFailure",
                "errors":[{"errorCode":{"quotaError":"RESOURCE_EXHAUSTED"},"message":"Too many requests.",
                "details":{"quotaErrorDetails":{"rateScope":"%s","rateName":"%s","retryDelay":"%s"}}}]}]}}""".formatted(rateScope, rateName, retryDelay));
    }

    private ProbeOutcome outcome(Platform platform, int status, Map<String, String> headers, String body) {
        WatchedAccount account = Accounts.elsewhere(platform, "7", Map.of());
        var answer = new ApiResponse(
                new CloudEvent(
                        "1", ApiResponse.EVENT_TYPE, "test", account.account().toString(), NOW, "demo"),
                Optional.of(Accounts.CONNECTION),
                "GET",
                "/campaigns",
                Optional.of(Resource.CAMPAIGNS),
                Optional.of(status),
                Optional.empty(),
                headers,
                false,
                1,
                Duration.ofMillis(20),
                body.getBytes(StandardCharsets.UTF_8));
        return steering.outcome(account, answer);
    }

    private static ProbeOutcome limited(LimitScope of, Duration pause) {
        return new ProbeOutcome.Limited(Optional.of(of), pause);
    }
}
