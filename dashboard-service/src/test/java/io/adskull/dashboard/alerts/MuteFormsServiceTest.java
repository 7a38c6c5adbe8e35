package io.adskull.dashboard.alerts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.dashboard.notifier.NotifierStandIn;
import io.adskull.dashboard.notifier.WithNotifier;
import io.adskull.testing.RealIdentity;
import io.adskull.testing.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
@QuarkusTestResource(WithNotifier.class)
class MuteFormsServiceTest {
    private static final String HOSTILE = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>{page}";

    NotifierStandIn notifier;

    private final String tenant = "tenant-" + UUID.randomUUID();

    @Test
    void somethingIsMutedForAWhileAndEndedAgain() {
        as("operator")
                .formParam("account", "tiktok/7012")
                .formParam("cause", "RATE_LIMITED")
                .formParam("platform", "")
                .formParam("length", "P3D")
                .formParam("why", "We know")
                .post("/alerts/mutes")
                .then()
                .statusCode(200)
                .body(
                        containsString("tiktok/7012: rate limited"),
                        containsString("ends <time"),
                        containsString("We know"));
        JsonNode kept = notifier.of(tenant, "mutes").getFirst();
        assertThat(kept.path("platform").isNull()).isTrue();
        assertThat(Instant.parse(kept.path("until").asText()))
                .isCloseTo(Instant.now().plus(3, ChronoUnit.DAYS), within(1, ChronoUnit.HOURS));

        String end = "/alerts/mutes/" + kept.path("id").asText() + "/end";
        as("viewer").get("/alerts").then().body(containsString("We know"), not(containsString("<form")));
        as("viewer").post(end).then().statusCode(403);
        as("operator").post(end).then().statusCode(200).body(not(containsString("We know")));
        assertThat(notifier.of(tenant, "mutes")).isEmpty();
    }

    @Test
    void aMuteCanLastUntilSomebodyEndsIt() {
        as("operator")
                .formParam("platform", "meta")
                .formParam("length", "ended")
                .post("/alerts/mutes")
                .then()
                .body(containsString("Meta: everything"), containsString("until somebody ends it"));

        assertThat(notifier.of(tenant, "mutes").getFirst().path("until").isNull())
                .isTrue();
    }

    @Test
    void whatIsRefusedStandsAtTheFormWithWhatWasTyped() {
        notifier.refusesNext(tenant, "Name an account, a cause or a platform.");
        as("operator")
                .formParam("length", "PT4H")
                .formParam("why", HOSTILE)
                .post("/alerts/mutes")
                .then()
                .statusCode(400)
                .body(
                        containsString("Name an account, a cause or a platform."),
                        containsString("<option value=\"PT4H\" selected>4 hours"),
                        containsString("&lt;script&gt;"),
                        not(containsString("<script>alert")));
        as("operator")
                .formParam("cause", "RATE_LIMITED")
                .post("/alerts/mutes")
                .then()
                .statusCode(400)
                .body(containsString("Choose for how long."));
        assertThat(notifier.of(tenant, "mutes")).isEmpty();
    }

    @Test
    void whatSomebodyWroteIsNeverMarkup() {
        notifier.has(
                tenant, "mutes", Map.of("account", HOSTILE, "cause", HOSTILE, "platform", HOSTILE, "why", HOSTILE));

        for (String page : List.of("/alerts", "/alerts/mutes?account=" + "%3Cscript%3Ealert%281%29%3C%2Fscript%3E")) {
            assertThat(as("operator")
                            .urlEncodingEnabled(false)
                            .get(page)
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString())
                    .contains("&lt;script&gt;")
                    .doesNotContain("<script>alert")
                    .doesNotContain("<img src=x");
        }
    }

    private RequestSpecification as(String role) {
        return given().auth().oauth2(RealIdentity.token("ann", tenant, role));
    }
}
