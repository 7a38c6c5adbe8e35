package io.adskull.token.platform.amazon;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.token.fixture.Events;
import io.adskull.token.fixture.FakePlatform;
import io.adskull.token.fixture.Person;
import io.adskull.token.fixture.PlatformsHost;
import io.adskull.token.fixture.TikTokHost;
import io.adskull.token.refresh.Later;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Amazon Ads, whose profiles live in three regions.
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
@QuarkusTestResource(TikTokHost.class)
@QuarkusTestResource(PlatformsHost.class)
class AmazonTokensServiceTest {
    private static final Duration HOUR = Duration.ofMinutes(55);

    private final FakePlatform amazon = new FakePlatform("amazon");
    private final Person ann = Person.of("tenant-" + UUID.randomUUID());
    private final Later later;

    @Inject
    AmazonTokensServiceTest(Later later) {
        this.later = later;
    }

    @AfterEach
    void leaveNothing() {
        ann.leaves();
    }

    @Test
    void theProfilesOfAllRegionsAreConnectedAndEachIsCalledInItsOwn() {
        login("amz-all");
        amazon.says("amz-all-a", "/na/v2/profiles", "[" + profile("3000000000000001", "US", "Shoes") + "]");
        amazon.says("amz-all-a", "/eu/v2/profiles", "[" + profile("3000000000000002", "DE", "Schuhe") + "]");
        amazon.says("amz-all-a", "/fe/v2/profiles", "[" + profile("3000000000000003", "JP", "") + "]");

        ann.connects("amazon", "advertiser", "amz-all");

        assertThat(ann.accountNames()).containsExactlyInAnyOrder("Shoes (US)", "Schuhe (DE)", "3000000000000003 (JP)");
        assertThat(Events.account("amazon/3000000000000001").callParameters()).containsEntry("region", "na");
        assertThat(Events.account("amazon/3000000000000002").callParameters()).containsEntry("region", "eu");
        assertThat(Events.account("amazon/3000000000000003").callParameters()).containsEntry("region", "fe");
        for (String region : List.of("na", "eu", "fe")) {
            assertThat(amazon.asked("/" + region + "/v2/profiles"))
                    .singleElement()
                    .satisfies(asked -> assertThat(asked.getHeader("Amazon-Advertising-API-ClientId"))
                            .isEqualTo("amazon-app"));
        }
    }

    @Test
    void aRegionThatIsAwayCostsNeitherTheConsentNorTheProfilesOfTheOthers() {
        login("amz-away");
        amazon.says("amz-away-a", "/na/v2/profiles", aResponse().withStatus(503));
        amazon.says("amz-away-a", "/eu/v2/profiles", "[" + profile("3000000000000010", "DE", "Schuhe") + "]");
        amazon.says("amz-away-a", "/fe/v2/profiles", "[]");

        ann.connects("amazon", "advertiser", "amz-away");

        assertThat(ann.accountNames()).containsExactly("Schuhe (DE)");
    }

    @Test
    void aRegionThatIsAwayWhenThePersonReconnectsCostsNoneOfItsProfiles() {
        login("amz-back");
        amazon.says("amz-back-a", "/na/v2/profiles", "[" + profile("3000000000000040", "US", "Shoes") + "]");
        amazon.says("amz-back-a", "/eu/v2/profiles", "[" + profile("3000000000000041", "DE", "Schuhe") + "]");
        amazon.says("amz-back-a", "/fe/v2/profiles", "[]");
        String connection = ann.connects("amazon", "advertiser", "amz-back");

        amazon.says("amz-back-a", "/eu/v2/profiles", aResponse().withStatus(503));
        String again = ann.connects("amazon", "advertiser", "amz-back");

        assertThat(again).isEqualTo(connection);
        assertThat(ann.accountNames()).containsExactlyInAnyOrder("Shoes (US)", "Schuhe (DE)");
    }

    @Test
    void whenNoRegionListsAProfileTheReasonIsSaid() {
        login("amz-none");
        List.of("na", "eu", "fe").forEach(region -> amazon.says("amz-none-a", "/" + region + "/v2/profiles", "[]"));
        ann.agrees("amazon", "advertiser", "amz-none")
                .then()
                .statusCode(409)
                .body(containsString("No ad account was shared"));

        amazon.says("amz-none-a", "/eu/v2/profiles", jsonResponse("""
                {"code":"UNAUTHORIZED","details":"Authentication failed","requestId":"8B2"}""", 401));
        ann.agrees("amazon", "advertiser", "amz-none")
                .then()
                .statusCode(502)
                .body(containsString("Authentication failed"));
        assertThat(ann.connections()).isEmpty();
    }

    @Test
    void aRefreshWithoutANewRefreshTokenKeepsTheOldOne() {
        reaches("amz-keep", "3000000000000020");
        amazon.renews("amz-keep-r", """
                {"access_token":"amz-keep-a1","token_type":"bearer","expires_in":3600}""");
        String connection = ann.connects("amazon", "advertiser", "amz-keep");

        later.by(HOUR);
        await().untilAsserted(() -> assertThat(ann.accessTokenOf(connection)).isEqualTo("amz-keep-a1"));
        later.by(HOUR);

        await().untilAsserted(
                        () -> assertThat(amazon.refreshesWith("amz-keep-r")).isEqualTo(2));
        assertThat(Events.changes(connection)).doesNotContain("RefreshFailed");
    }

    @Test
    void aConsentThatWasTakenBackNeedsThePerson() {
        reaches("amz-dead", "3000000000000030");
        amazon.answersRefresh("amz-dead-r", jsonResponse("""
                {"error":"invalid_grant","error_description":"The request has an invalid grant parameter : \
                refresh_token. User may have revoked or didn't grant the permission.","error_index":"x"}""", 400));
        String connection = ann.connects("amazon", "advertiser", "amz-dead");

        later.by(HOUR);

        await().untilAsserted(() -> assertThat(Events.changes(connection)).contains("ReconnectRequired"));
    }

    /// A code whose tokens are called like it, for one profile in Europe.
    private void reaches(String code, String profile) {
        login(code);
        amazon.says(code + "-a", "/na/v2/profiles", "[]");
        amazon.says(code + "-a", "/eu/v2/profiles", "[" + profile(profile, "DE", "Schuhe") + "]");
        amazon.says(code + "-a", "/fe/v2/profiles", "[]");
    }

    private void login(String code) {
        amazon.redeems(code, """
                {"access_token":"%s-a","token_type":"bearer","expires_in":3600,"refresh_token":"%s-r"}""".formatted(code, code));
        amazon.says(code + "-a", "/user", """
                {"user_id":"amzn1.account.%s","name":"Ann","email":"ann@example.org"}""".formatted(code));
    }

    private static String profile(String id, String country, String name) {
        return """
                {"profileId":%s,"countryCode":"%s","accountInfo":{"type":"seller","name":"%s"}}""".formatted(id, country, name);
    }
}
