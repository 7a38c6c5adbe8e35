package io.adskull.token.platform.snapchat;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
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
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Snapchat, which at times answers with something else than JSON.
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
@QuarkusTestResource(TikTokHost.class)
@QuarkusTestResource(PlatformsHost.class)
class SnapchatTokensServiceTest {
    private static final Duration HOUR = Duration.ofMinutes(55);

    private final FakePlatform snapchat = new FakePlatform("snapchat");
    private final Person ann = Person.of("tenant-" + UUID.randomUUID());
    private final Later later;

    @Inject
    SnapchatTokensServiceTest(Later later) {
        this.later = later;
    }

    @AfterEach
    void leaveNothing() {
        ann.leaves();
    }

    @Test
    void theAdAccountsOfAllOrganizationsAreConnected() {
        login("snap-pages");
        snapchat.says(
                "snap-pages-a",
                "/v1/me/organizations",
                organizations(
                        "\"https://evil.example/v1/me/organizations?cursor=c%3D2&with_ad_accounts=true\"",
                        organization("North", account("snap-1", "Shoes"), account("snap-2", "Hats"))));
        snapchat.says(
                "snap-pages-a",
                "/v1/me/organizations",
                Map.of("cursor", "c=2"),
                organizations("null", organization("South", account("snap-3", "Gloves"))));

        ann.connects("snapchat", "advertiser", "snap-pages");

        assertThat(ann.accountNames()).containsExactlyInAnyOrder("Shoes", "Hats", "Gloves");
        assertThat(ann.connections().getFirst()).containsEntry("businessName", "Ann");
        assertThat(snapchat.asked("/v1/me/organizations")).hasSize(2).allSatisfy(asked -> assertThat(asked.getUrl())
                .contains("with_ad_accounts=true"));
    }

    @Test
    void aNextPageThatHasNoAddressConnectsNothingSinceNobodyKnowsWhatIsOnIt() {
        login("snap-cut");
        snapchat.says(
                "snap-cut-a",
                "/v1/me/organizations",
                organizations("\"https://adsapi .example?cursor=%%\"", organization("North", account("snap-20", " "))));

        ann.agrees("snapchat", "advertiser", "snap-cut").then().statusCode(502).body(containsString("next page"));
        assertThat(ann.connections()).isEmpty();
    }

    @Test
    void anAccountWithoutANameIsCalledByItsId() {
        login("snap-blank");
        snapchat.says(
                "snap-blank-a",
                "/v1/me/organizations",
                organizations("null", organization("North", account("snap-21", " "))));

        ann.connects("snapchat", "advertiser", "snap-blank");

        assertThat(ann.accountNames()).containsExactly("snap-21");
    }

    @Test
    void aLoginOfOneOrganizationIsCalledByItsName() {
        reaches("snap-name", "snap-10");

        ann.connects("snapchat", "advertiser", "snap-name");

        assertThat(ann.connections().getFirst()).containsEntry("businessName", "North");
    }

    @Test
    void anOrganizationWithoutAdAccountsLeavesNothingToWatch() {
        login("snap-none");
        snapchat.says("snap-none-a", "/v1/me/organizations", organizations("null", organization("North")));

        ann.agrees("snapchat", "advertiser", "snap-none")
                .then()
                .statusCode(409)
                .body(containsString("No ad account was shared"));
    }

    @Test
    void anOrganizationThatDoesNotListItsAccountsCostsTheConsentInsteadOfTheAccounts() {
        login("snap-half");
        snapchat.says(
                "snap-half-a",
                "/v1/me/organizations",
                organizations("null", organization("North", account("snap-40", "Shoes")), """
                        {"sub_request_status":"ERROR","sub_request_error_reason":"An internal error occurred"}"""));

        ann.agrees("snapchat", "advertiser", "snap-half")
                .then()
                .statusCode(502)
                .body(containsString("An internal error"));
        assertThat(ann.connections()).isEmpty();
    }

    @Test
    void answersThatAreNoJsonNeitherConnectNorEndAnything() {
        reaches("snap-odd", "snap-20");
        String connection = ann.connects("snapchat", "advertiser", "snap-odd");
        List<ResponseDefinitionBuilder> answers = List.of(
                aResponse().withStatus(200),
                aResponse().withStatus(200).withBody("<html>maintenance</html>"),
                aResponse().withStatus(401).withBody("unauthorized"));

        for (int i = 0; i < answers.size(); i++) {
            snapchat.answersRefresh("snap-odd-r", answers.get(i));
            snapchat.says("snap-odd-b", "/v1/me", answers.get(i));
            snapchat.redeems("snap-odd-b", tokens("snap-odd-b", "snap-odd-x"));
            ann.agrees("snapchat", "advertiser", "snap-odd-b").then().statusCode(502);
            int failures = i + 1;
            later.by(HOUR);
            await().untilAsserted(() -> assertThat(Events.changes(connection))
                    .filteredOn("RefreshFailed"::equals)
                    .hasSizeGreaterThanOrEqualTo(failures));
        }
        snapchat.renews("snap-odd-r", tokens("snap-odd-a1", "snap-odd-r"));
        later.by(HOUR);

        await().untilAsserted(() -> assertThat(ann.accessTokenOf(connection)).isEqualTo("snap-odd-a1"));
        assertThat(Events.changes(connection)).doesNotContain("ReconnectRequired");
        assertThat(ann.connections()).hasSize(1);
    }

    @Test
    void aGrantThatWasWithdrawnNeedsThePerson() {
        reaches("snap-dead", "snap-30");
        snapchat.answersRefresh("snap-dead-r", jsonResponse("""
                {"error":"invalid_grant","error_description":"Invalid refresh token"}""", 400));
        String connection = ann.connects("snapchat", "advertiser", "snap-dead");

        later.by(HOUR);

        await().untilAsserted(() -> assertThat(Events.changes(connection)).contains("ReconnectRequired"));
    }

    /// A code whose tokens are called like it, for one account of one organization.
    private void reaches(String code, String account) {
        login(code);
        snapchat.says(
                code + "-a",
                "/v1/me/organizations",
                organizations("null", organization("North", account(account, "Shoes"))));
    }

    private void login(String code) {
        snapchat.redeems(code, tokens(code + "-a", code + "-r"));
        snapchat.says(code + "-a", "/v1/me", """
                {"request_status":"SUCCESS","me":{"id":"login-of-%s","display_name":"Ann"}}""".formatted(code));
    }

    private static String organizations(String next, String... all) {
        return "{\"request_status\":\"SUCCESS\",\"organizations\":[%s],\"paging\":{\"next_link\":%s}}"
                .formatted(String.join(",", all), next);
    }

    private static String organization(String name, String... accounts) {
        return """
                {"sub_request_status":"SUCCESS","organization":{"id":"of-%s","name":"%s","ad_accounts":[%s]}}""".formatted(name, name, String.join(",", accounts));
    }

    private static String account(String id, String name) {
        return "{\"id\":\"%s\",\"name\":\"%s\",\"status\":\"ACTIVE\"}".formatted(id, name);
    }

    private static String tokens(String access, String refresh) {
        return """
                {"access_token":"%s","token_type":"Bearer","expires_in":3600,"refresh_token":"%s",\
                "scope":"snapchat-marketing-api"}""".formatted(access, refresh);
    }
}
