package io.adskull.notifier.preview;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.adskull.contract.remediation.Cause;
import io.adskull.notifier.Receivers;
import io.adskull.notifier.channel.slack.SlackMessages;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RealServers.class,
        initArgs = @ResourceArg(name = "database", value = "true"),
        restrictToAnnotatedClass = true)
@QuarkusTestResource(value = RealIdentity.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = Receivers.class, restrictToAnnotatedClass = true)
class PreviewServiceTest {

    @Test
    void everyCauseIsShownInEveryChannelAtEveryTime() {
        for (Cause cause : Cause.values()) {
            for (String channel : List.of("slack", "email", "webhook")) {
                for (String transition : List.of("opened", "joined", "reminded", "resolved")) {
                    preview(cause + "?channel=" + channel + "&transition=" + transition)
                            .statusCode(200)
                            .contentType("application/json");
                }
            }
        }
    }

    @Test
    void whatIsShownIsWhatIsSent() {
        String slack = preview("TOKEN_INVALID?channel=slack").extract().asString();
        assertThat(slack)
                .isEqualTo(SlackMessages.of(
                                Samples.opened(Cause.TOKEN_INVALID), Samples.links(Samples.opened(Cause.TOKEN_INVALID)))
                        .json());
        preview("TOKEN_INVALID?channel=email&transition=resolved")
                .body(
                        "subject",
                        startsWith("[Resolved] "),
                        "html",
                        containsString("<html"),
                        "text",
                        containsString("Resolved"));
        preview("TOKEN_INVALID?channel=webhook&transition=joined")
                .body("type", equalTo("incident.joined"), "data.others.name", hasItem("Northwind Bags"));
        preview("TOKEN_INVALID?channel=email&transition=reminded").body("subject", startsWith("[Still open] "));
    }

    @Test
    void aQuestionThatCannotBeReadIsAnsweredWithWhatIsAllowed() {
        preview("SUN_FLARE").statusCode(404);
        preview("UNKNOWN?channel=pigeon").statusCode(400).body("detail", containsString("slack, email or webhook"));
        preview("UNKNOWN?transition=never").statusCode(400).body("detail", containsString("resolved"));
        given().get("/api/preview/UNKNOWN").then().statusCode(401);
    }

    private static ValidatableResponse preview(String which) {
        return given().auth()
                .oauth2(RealIdentity.token("vera", "northwind", "viewer"))
                .get("/api/preview/" + which)
                .then();
    }
}
