package io.adskull.token.platform.microsoft;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.adskull.contract.Topic;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.testing.TestTopics;
import io.adskull.token.fixture.Events;
import io.adskull.token.fixture.FakePlatform;
import io.adskull.token.fixture.Person;
import io.adskull.token.fixture.PlatformsHost;
import io.adskull.token.fixture.TestClock;
import io.adskull.token.fixture.TikTokHost;
import io.adskull.token.refresh.Later;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Microsoft Advertising, with tokens that change at each refresh.
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
@QuarkusTestResource(TikTokHost.class)
@QuarkusTestResource(PlatformsHost.class)
class MicrosoftTokensServiceTest {
    private static final String API = "/CustomerManagement/v13";
    private static final Duration HOUR = Duration.ofMinutes(55);

    private final FakePlatform microsoft = new FakePlatform("microsoft");
    private final Person ann = Person.of("tenant-" + UUID.randomUUID());
    private final TestClock clock;
    private final Later later;

    @Inject
    MicrosoftTokensServiceTest(TestClock clock, Later later) {
        this.clock = clock;
        this.later = later;
    }

    @AfterEach
    void leaveNothing() {
        ann.leaves();
    }

    @Test
    void accountsAreReadPageByPageAndEachIsCalledForItsOwnCustomer() {
        microsoft.redeems("ms-pages", tokens("ms-pages-a", "ms-pages-r"));
        user("ms-pages-a", "7001");
        page("ms-pages-a", 0, IntStream.range(0, 100));
        page("ms-pages-a", 1, IntStream.range(100, 101));

        ann.connects("microsoft", "advertiser", "ms-pages");

        assertThat(microsoft.asked(API + "/Accounts/Search"))
                .hasSize(2)
                .allSatisfy(asked -> assertThat(asked.getBodyAsString()).contains("\"Value\":\"7001\""));
        assertThat(ann.accountNames()).hasSize(101);
        assertThat(Events.account("microsoft/50100").callParameters()).containsEntry("customer-id", "90100");
        assertThat(Events.account("microsoft/50007").callParameters()).containsEntry("customer-id", "90007");
    }

    @Test
    void everyCallCarriesTheDeveloperTokenAndNoEventTellsIt() {
        reaches("ms-dev", "50200");

        String connection = ann.connects("microsoft", "advertiser", "ms-dev");

        Events.account("microsoft/50200");
        assertThat(microsoft.asked())
                .filteredOn(asked -> asked.getUrl().contains(API))
                .hasSize(2)
                .allSatisfy(asked ->
                        assertThat(asked.getHeader("DeveloperToken")).isEqualTo(PlatformsHost.DEVELOPER_TOKEN));
        assertThat(ann.connections().toString()).contains(connection).doesNotContain(PlatformsHost.DEVELOPER_TOKEN);
        for (Topic topic : List.of(Topic.ACCOUNTS, Topic.CREDENTIALS)) {
            assertThat(TestTopics.current().read(topic))
                    .allSatisfy(record ->
                            assertThat(record.headers() + record.text()).doesNotContain(PlatformsHost.DEVELOPER_TOKEN));
        }
    }

    @Test
    void eachRefreshBringsANewRefreshTokenWhichIsTheOneShownNext() {
        reaches("ms-rotate", "50300");
        microsoft.renews("ms-rotate-r", tokens("ms-rotate-a1", "ms-rotate-r1"));
        microsoft.renews("ms-rotate-r1", tokens("ms-rotate-a2", "ms-rotate-r2"));
        String connection = ann.connects("microsoft", "advertiser", "ms-rotate");

        later.by(HOUR);
        await().untilAsserted(() -> assertThat(ann.accessTokenOf(connection)).isEqualTo("ms-rotate-a1"));
        later.by(HOUR);
        await().untilAsserted(() -> assertThat(ann.accessTokenOf(connection)).isEqualTo("ms-rotate-a2"));

        assertThat(microsoft.refreshesWith("ms-rotate-r")).isEqualTo(1);
        assertThat(microsoft.refreshesWith("ms-rotate-r1")).isEqualTo(1);
    }

    @Test
    void theAccessEndsNinetyDaysAfterTheLastRefreshAndNotAfterTheConsent() {
        reaches("ms-90", "50400");
        microsoft.renews("ms-90-r", tokens("ms-90-a1", "ms-90-r1"));
        microsoft.answersRefresh("ms-90-r1", jsonResponse("{\"error\":\"temporarily_unavailable\"}", 503));
        String connection = ann.connects("microsoft", "advertiser", "ms-90");

        later.by(Duration.ofDays(40));
        await().untilAsserted(() -> assertThat(Events.changes(connection)).contains("Refreshed"));
        Instant end = clock.instant().plus(Duration.ofDays(90));
        later.by(Duration.ofDays(45));
        await().untilAsserted(() -> assertThat(Events.changes(connection)).contains("RefreshFailed"));
        assertThat(later.endsToldOf(connection)).isEmpty();
        later.by(Duration.ofDays(16));

        await().untilAsserted(() -> assertThat(later.endsToldOf(connection))
                .singleElement()
                .satisfies(told -> assertThat(Duration.between(told, end).abs()).isLessThan(Duration.ofMinutes(5))));
    }

    @Test
    void aGrantThatDiedOfDisuseNeedsThePerson() {
        reaches("ms-idle", "50500");
        microsoft.answersRefresh("ms-idle-r", jsonResponse("""
                {"error":"invalid_grant","error_description":"AADSTS700082: The refresh token has expired due to \
                inactivity. The token was issued on 2026-08-01 and was inactive for 90.00:00:00.","error_codes":[700082]}""", 400));
        String connection = ann.connects("microsoft", "advertiser", "ms-idle");

        later.by(HOUR);

        await().untilAsserted(() ->
                assertThat(Events.changes(connection)).containsExactly("Reconnected", "ReconnectRequired"));
    }

    @Test
    void aSecretOfOursThatRanOutBothersNoCustomer() {
        reaches("ms-secret", "50600");
        microsoft.answersRefresh("ms-secret-r", jsonResponse("""
                {"error":"invalid_client","error_description":"AADSTS7000222: The provided client secret keys for app \
                'x' are expired.","error_codes":[7000222]}""", 401));
        String connection = ann.connects("microsoft", "advertiser", "ms-secret");

        later.by(HOUR);
        await().untilAsserted(() -> assertThat(Events.changes(connection)).contains("RefreshFailed"));
        microsoft.renews("ms-secret-r", tokens("ms-secret-a1", "ms-secret-r1"));
        later.by(HOUR);

        await().untilAsserted(() -> assertThat(ann.accessTokenOf(connection)).isEqualTo("ms-secret-a1"));
        assertThat(Events.changes(connection)).doesNotContain("ReconnectRequired");
    }

    /// A code whose tokens are called like it, for one account.
    private void reaches(String code, String account) {
        microsoft.redeems(code, tokens(code + "-a", code + "-r"));
        user(code + "-a", "user-of-" + code);
        microsoft.answers(post(microsoft.at(API + "/Accounts/Search"))
                .withHeader("Authorization", equalTo("Bearer " + code + "-a"))
                .willReturn(okJson("{\"Accounts\":[{\"Id\":\"%s\",\"Name\":\"Shop\",\"ParentCustomerId\":\"1\"}]}"
                        .formatted(account))));
    }

    private void user(String token, String id) {
        microsoft.answers(post(microsoft.at(API + "/User/Query"))
                .withHeader("Authorization", equalTo("Bearer " + token))
                .willReturn(okJson("{\"User\":{\"Id\":\"%s\",\"UserName\":\"ann@example.org\"}}".formatted(id))));
    }

    private void page(String token, int index, IntStream accounts) {
        microsoft.answers(post(microsoft.at(API + "/Accounts/Search"))
                .withHeader("Authorization", equalTo("Bearer " + token))
                .withRequestBody(matchingJsonPath("$.PageInfo.Index", equalTo(Integer.toString(index))))
                .willReturn(okJson(accounts.mapToObj(i -> """
                                {"Id":"%d","Name":"Shop %d","ParentCustomerId":"%d"}""".formatted(50_000 + i, i, 90_000 + i))
                        .collect(Collectors.joining(",", "{\"Accounts\":[", "]}")))));
    }

    private static String tokens(String access, String refresh) {
        return """
                {"token_type":"Bearer","scope":"https://ads.microsoft.com/msads.manage","expires_in":3600,\
                "access_token":"%s","refresh_token":"%s"}""".formatted(access, refresh);
    }
}
