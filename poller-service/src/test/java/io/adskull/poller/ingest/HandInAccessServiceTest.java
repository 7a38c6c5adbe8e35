package io.adskull.poller.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.adskull.poller.Heard;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Who may hand in answers, and what must never come in or out with them.
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(RealIdentity.class)
class HandInAccessServiceTest {
    private final HandedIn answers = HandedIn.ofAnAccount();
    private final String service = RealIdentity.token("campaign-editor", "any", "service");

    @Test
    void aPersonHandsInForTheTenantOfItsToken() {
        for (String role : List.of("operator", "admin")) {
            answers.handIn(
                            RealIdentity.token("ann", "northwind", role),
                            answers.one().without("tenant").text())
                    .statusCode(202);
        }

        assertThat(answers.published()).hasSize(2).allSatisfy(record -> assertThat(record.headers())
                .containsEntry("ce_tenant", "northwind")
                .containsEntry("ce_source", "/handed-in"));
    }

    @Test
    void aPersonOfAnotherTenantIsTurnedAway() {
        answers.handIn(
                        RealIdentity.token("ann", "northwind", "admin"),
                        answers.one().text())
                .statusCode(403)
                .contentType(HandedIn.PROBLEM)
                .body("detail", containsString("another tenant"));

        assertThat(answers.published()).isEmpty();
    }

    @Test
    void whoMayOnlyLookHandsInNothing() {
        answers.handIn(
                        RealIdentity.token("vic", "demo", "viewer"),
                        answers.one().text())
                .statusCode(403)
                .contentType(HandedIn.PROBLEM);

        assertThat(answers.published()).isEmpty();
    }

    @Test
    void withoutAValidTokenNothingIsHandedIn() {
        String answer = answers.one().text();
        given().contentType("application/json")
                .body(answer)
                .post("/api/responses")
                .then()
                .statusCode(401)
                .contentType(HandedIn.PROBLEM)
                .header("WWW-Authenticate", "Bearer");
        answers.handIn("no.token.atall", answer).statusCode(401);
        answers.handIn(RealIdentity.tokenFor("elsewhere", "svc", "demo", "service"), answer)
                .statusCode(401);
        answers.handIn(RealIdentity.endedToken("svc", "demo", "service"), answer)
                .statusCode(401);
        answers.handIn(RealIdentity.forgedToken("svc", "demo", "service"), answer)
                .statusCode(401);

        assertThat(answers.published()).isEmpty();
    }

    @Test
    void hostileTextStaysTextAndSmugglesNothingIn() {
        String body = "<script>alert(1)</script>\u0000\r\nce_tenant: other\n${jndi:ldap://x}%n%s";
        answers.handIn(
                        service,
                        answers.one()
                                .with("tenant", "<b>'; drop--")
                                .with("body", body)
                                .text())
                .statusCode(202);
        answers.handIn(
                        service,
                        answers.one().with("tenant", "demo\r\nce_tenant: other").text())
                .statusCode(400);
        answers.handIn(service, answers.one().with("<script>", 1).text())
                .statusCode(400)
                .contentType(HandedIn.PROBLEM);

        assertThat(answers.published()).hasSize(1);
        assertThat(answers.published().getFirst().text()).isEqualTo(body);
        assertThat(answers.published().getFirst().headers()).containsEntry("ce_tenant", "<b>'; drop--");
    }

    @Test
    void nothingThatIsHandedInIsLogged() {
        try (Heard heard = Heard.everything()) {
            AnswerJson answer = answers.one().with("body", "s3cret-body");
            answers.handIn(
                            service,
                            answer.with("headers", Map.of("Authorization", "s3cret-header"))
                                    .text())
                    .statusCode(202);
            answers.handIn(
                            service,
                            answer.with("path", "/v1?token=s3cret-query").text())
                    .statusCode(400);
            answers.handIn(service, "{\"body\":\"s3cret-broken\"").statusCode(400);

            assertThat(heard.lines()).allSatisfy(line -> assertThat(line).doesNotContain("s3cret"));
        }
        assertThat(answers.published()).singleElement().satisfies(record -> assertThat(
                        record.headers().values())
                .allSatisfy(value -> assertThat(value).doesNotContain("s3cret")));
    }
}
