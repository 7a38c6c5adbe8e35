package io.adskull.token.platform.x;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.adskull.token.fixture.FakePlatform;
import io.adskull.token.fixture.Person;
import io.adskull.token.fixture.PlatformsHost;
import io.adskull.token.fixture.TikTokHost;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// X, the one with OAuth 1.0a: no state, a temporary token first, and every call signed.
@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
@QuarkusTestResource(TikTokHost.class)
@QuarkusTestResource(PlatformsHost.class)
class XTokensServiceTest {
    private static final Pattern FIELD = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final String ACCOUNTS = "/12/accounts";

    private final FakePlatform x = new FakePlatform("x");
    private final Person ann = Person.of("tenant-" + UUID.randomUUID());

    @AfterEach
    void leaveNothing() {
        ann.leaves();
    }

    @Test
    void theTokenSecretIsKeptAndSignsTheCallsOfTheAccount() {
        temporary("x-temp", "x-temp-secret");
        answersVerifier("x-temp", "x-yes", "oauth_token=x-a&oauth_token_secret=x-s%2Bcret&user_id=42&screen_name=ann");
        x.answers(get(x.at(ACCOUNTS)).willReturn(okJson("""
                {"data":[{"id":"18ce54d4x5t","name":"Shoes"}],"next_cursor":"c+2/=="}""")));
        x.answers(get(x.at(ACCOUNTS))
                .withQueryParam("cursor", WireMock.equalTo("c+2/=="))
                .willReturn(okJson("""
                {"data":[{"id":"18ce54d4x6u","name":"Hats"}],"next_cursor":null}""")));

        String connection = Person.connected(
                ann.comeBack(goToConsent("x-temp"), Map.of("oauth_token", "x-temp", "oauth_verifier", "x-yes")));

        assertThat(ann.accountNames()).containsExactlyInAnyOrder("Shoes", "Hats");
        assertThat(ann.connections().getFirst())
                .containsEntry("businessName", "@ann")
                .doesNotContainKey("expiresAt");
        ann.accessToken(connection)
                .then()
                .statusCode(200)
                .body("accessToken", equalTo("x-a"))
                .body("tokenSecret", equalTo("x-s+cret"));
        assertThat(x.asked("/oauth/request_token")).singleElement().satisfies(asked -> signedWith("", asked));
        assertThat(x.asked("/oauth/access_token"))
                .singleElement()
                .satisfies(asked -> signedWith("x-temp-secret", asked));
        assertThat(x.asked(ACCOUNTS)).hasSize(2).allSatisfy(asked -> {
            assertThat(oauth(asked)).containsEntry("oauth_token", "x-a");
            signedWith("x-s+cret", asked);
        });
    }

    @Test
    void sayingNoConnectsNothing() {
        temporary("x-no", "x-no-secret");

        ann.comeBack(goToConsent("x-no"), Map.of("denied", "x-no"))
                .then()
                .statusCode(200)
                .body(containsString("Nothing was connected"));

        assertThat(x.asked("/oauth/access_token")).isEmpty();
    }

    @Test
    void theTokenOfAnotherConsentIsRefusedAndNotRedeemed() {
        temporary("x-mine", "x-mine-secret");

        ann.comeBack(goToConsent("x-mine"), Map.of("oauth_token", "x-mallorys", "oauth_verifier", "x-yes"))
                .then()
                .statusCode(502)
                .body(containsString("does not belong to this consent"));

        assertThat(x.asked("/oauth/access_token")).isEmpty();
        assertThat(ann.connections()).isEmpty();
    }

    @Test
    void aCallbackThatXDoesNotConfirmStartsNoConsent() {
        for (String confirmed : List.of("&oauth_callback_confirmed=false", "")) {
            x.answers(post(x.at("/oauth/request_token"))
                    .willReturn(ok("oauth_token=x-lost&oauth_token_secret=s" + confirmed)));

            given().auth()
                    .oauth2(ann.bearer())
                    .redirects()
                    .follow(false)
                    .queryParam("kind", "advertiser")
                    .get("/connect/x")
                    .then()
                    .statusCode(503);
        }
    }

    @Test
    void anAppThatXHasNotApprovedIsSaid() {
        temporary("x-app", "x-app-secret");
        answersVerifier("x-app", "x-yes", "oauth_token=x-b&oauth_token_secret=s&user_id=43&screen_name=bob");
        x.answers(get(x.at(ACCOUNTS)).willReturn(jsonResponse("""
                {"errors":[{"code":"UNAUTHORIZED_CLIENT_APPLICATION","message":"The client application making this \
                request does not have access to the Ads API"}],"request":{"params":{}}}""", 403)));

        ann.comeBack(goToConsent("x-app"), Map.of("oauth_token", "x-app", "oauth_verifier", "x-yes"))
                .then()
                .statusCode(502)
                .body(containsString("UNAUTHORIZED_CLIENT_APPLICATION"));
        assertThat(ann.connections()).isEmpty();
    }

    @Test
    void disconnectingTakesTheTokenBackSignedByItsSecret() {
        temporary("x-back", "x-back-secret");
        answersVerifier("x-back", "x-yes", "oauth_token=x-c&oauth_token_secret=x-c-secret&user_id=44&screen_name=eve");
        x.answers(get(x.at(ACCOUNTS)).willReturn(okJson("{\"data\":[{\"id\":\"18ce54d4x7v\",\"name\":\"Shoes\"}]}")));
        x.answers(post(x.at("/revoke")).willReturn(okJson("{\"access_token\":\"x-c\"}")));
        String connection = Person.connected(
                ann.comeBack(goToConsent("x-back"), Map.of("oauth_token", "x-back", "oauth_verifier", "x-yes")));

        ann.disconnects(connection).then().statusCode(204);

        assertThat(x.asked("/revoke")).singleElement().satisfies(asked -> {
            assertThat(oauth(asked)).containsEntry("oauth_token", "x-c");
            signedWith("x-c-secret", asked);
        });
    }

    private void temporary(String token, String secret) {
        x.answers(post(x.at("/oauth/request_token"))
                .willReturn(ok("oauth_token=%s&oauth_token_secret=%s&oauth_callback_confirmed=true"
                        .formatted(token, secret))));
    }

    private void answersVerifier(String temporary, String verifier, String form) {
        x.answers(post(x.at("/oauth/access_token"))
                .withHeader("Authorization", containing("oauth_token=\"" + temporary + "\""))
                .withHeader("Authorization", containing("oauth_verifier=\"" + verifier + "\""))
                .willReturn(ok(form)));
    }

    /// The state is not in the address of X's page: it is in the one that X was told to send the person back to.
    private Person.AtConsentPage goToConsent(String temporary) {
        Person.AtConsentPage at = ann.goToConsent("x", "advertiser");
        assertThat(at.parameters()).containsExactly(Map.entry("oauth_token", temporary));
        String callback = oauth(x.asked("/oauth/request_token").getLast()).getOrDefault("oauth_callback", "");
        return new Person.AtConsentPage(
                URI.create(at.page() + "&redirect_uri=" + URLEncoder.encode(callback, StandardCharsets.UTF_8) + "&"
                        + URI.create(callback).getRawQuery()),
                at.cookies());
    }

    private static Map<String, String> oauth(LoggedRequest asked) {
        return FIELD.matcher(asked.getHeader("Authorization"))
                .results()
                .collect(Collectors.toMap(
                        field -> field.group(1), field -> URLDecoder.decode(field.group(2), StandardCharsets.UTF_8)));
    }

    /// The signature of RFC 5849, section 3.4, made by another hand.
    private static void signedWith(String tokenSecret, LoggedRequest asked) {
        Map<String, String> oauth = oauth(asked);
        Map<String, String> parameters = new TreeMap<>(oauth);
        parameters.remove("oauth_signature");
        asked.getQueryParams().forEach((name, value) -> parameters.put(name, value.firstValue()));
        String all = parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        String base =
                asked.getMethod() + "&" + encoded(asked.getAbsoluteUrl().replaceAll("\\?.*", "")) + "&" + encoded(all);
        assertThat(oauth)
                .containsEntry("oauth_consumer_key", "x-app")
                .containsEntry("oauth_signature_method", "HMAC-SHA1")
                .containsEntry(
                        "oauth_signature", hmac(encoded(PlatformsHost.APP_SECRET) + "&" + encoded(tokenSecret), base));
    }

    private static String hmac(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException("every JDK knows it", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
