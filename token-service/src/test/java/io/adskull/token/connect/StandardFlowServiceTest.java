package io.adskull.token.connect;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.token.fixture.FakeGoogle;
import io.adskull.token.fixture.GoogleHost;
import io.adskull.token.fixture.Person;
import io.adskull.token.fixture.TestClock;
import io.adskull.token.fixture.TikTokHost;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Standard OAuth 2 against garbage and against who wants in, with Google as the example.
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
@QuarkusTestResource(TikTokHost.class)
@QuarkusTestResource(GoogleHost.class)
class StandardFlowServiceTest {
    private final FakeGoogle google = new FakeGoogle();
    private final Person ann = Person.of("tenant-" + UUID.randomUUID());
    private final TestClock clock;

    @Inject
    StandardFlowServiceTest(TestClock clock) {
        this.clock = clock;
    }

    @Test
    void aCodeOfAnotherFlowIsShownWithTheVerifierOfThisOneSoThatItIsWorthNothing() throws Exception {
        Person.AtConsentPage victims = Person.of("victim").goToConsent("google", "advertiser");
        Person.AtConsentPage mallorys = ann.goToConsent("google", "advertiser");
        google.answersCode("stolen", aResponse().withStatus(400).withBody("{\"error\":\"invalid_grant\"}"));

        ann.comeBack(mallorys, Map.of("code", "stolen")).then().statusCode(502);

        String verifier = google.verifiersOf("stolen").getFirst();
        assertThat(verifier).hasSizeGreaterThanOrEqualTo(43);
        assertThat(challenge(verifier))
                .isEqualTo(mallorys.parameters().get("code_challenge"))
                .isNotEqualTo(victims.parameters().get("code_challenge"));
        assertThat(mallorys.parameters()).containsEntry("code_challenge_method", "S256");
        assertThat(ann.connections()).isEmpty();
    }

    @Test
    void whateverTheTokenEndpointAnswersNoConnectionIsHalfMade() {
        List<ResponseDefinitionBuilder> answers = List.of(
                aResponse().withStatus(200).withBody("<html><script>alert(1)</script></html>"),
                okJson("{\"error\":\"invalid_grant\",\"error_description\":\"<b>no</b>\"}"),
                okJson("{\"access_token\":\"\"}"),
                okJson("{\"access_token\":7}"),
                okJson("{\"access_token\":\"only-access\",\"expires_in\":3599}"),
                okJson("[]"),
                okJson("null"),
                aResponse().withStatus(200),
                aResponse().withStatus(200).withBody("{\"pad\":\"" + "x".repeat(10 << 20) + "\"}"),
                aResponse().withStatus(302).withHeader("Location", "http://evil.example/"),
                aResponse().withStatus(500).withBody("oops"));
        answers.forEach(answer -> {
            google.answersCode("any", answer);
            ann.comeBack(ann.goToConsent("google", "advertiser"), Map.of("code", "any"))
                    .then()
                    .statusCode(502)
                    .body(containsString("Google Ads did not give us access"))
                    .body(not(containsString("<script>")))
                    .body(not(containsString("<b>")));
        });
        assertThat(ann.connections()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "\"soon\"", "1e400", "315360000", "99999999999999999999", "null", "{}", "\"\""})
    void aStrangeLifetimeNeitherLosesTheConsentNorIsBelievedToTheLetter(String lifetime) {
        String token = "odd-" + UUID.randomUUID();
        google.answersCode(
                "odd",
                okJson("{\"access_token\":\"%s\",\"refresh_token\":\"r\",\"expires_in\":%s}"
                        .formatted(token, lifetime)));
        google.reaches(token, "sub-" + token, "odd@example.org", "1234567890");
        Instant now = clock.instant();

        ann.comeBack(ann.goToConsent("google", "advertiser"), Map.of("code", "odd"))
                .then()
                .statusCode(303);

        var listed = ann.connections().getLast();
        ann.accessToken((String) listed.get("id")).then().statusCode(200).body("accessToken", equalTo(token));
        assertThat(Instant.parse((String) listed.get("expiresAt")))
                .isBetween(now.plus(Duration.ofMinutes(59)), now.plus(Duration.ofDays(3_651)));
    }

    @Test
    void aTokenRequestWhoseConnectionBreaksIsNotSentAgain() {
        google.answersCode("cut", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        ann.comeBack(ann.goToConsent("google", "advertiser"), Map.of("code", "cut"))
                .then()
                .statusCode(502);

        assertThat(google.verifiersOf("cut")).hasSize(1);
    }

    @Test
    void aRevocationThatWouldEndAnotherConnectionOfTheSameLoginIsLeftOut() {
        google.revokes();
        String sub = "shared-" + UUID.randomUUID();
        google.user("g1", sub, "shared@example.org", "shared-1", "2234567890");
        google.user("g2", sub, "shared@example.org", "shared-2", "2234567890");
        Person bob = Person.of("tenant-" + UUID.randomUUID());
        ann.comeBack(ann.goToConsent("google", "advertiser"), Map.of("code", "g1"))
                .then()
                .statusCode(303);
        bob.comeBack(bob.goToConsent("google", "advertiser"), Map.of("code", "g2"))
                .then()
                .statusCode(303);

        ann.disconnects(only(ann)).then().statusCode(204);
        assertThat(google.revocations()).isZero();
        bob.accessToken(only(bob)).then().statusCode(200);
        bob.disconnects(only(bob)).then().statusCode(204);

        assertThat(google.revocations()).isEqualTo(1);
    }

    private static String only(Person person) {
        return (String) person.connections().getFirst().get("id");
    }

    private static String challenge(String verifier) throws Exception {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    }
}
