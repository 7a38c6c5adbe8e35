package io.adskull.dashboard.alerts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "true"))
@QuarkusTestResource(RealIdentity.class)
@QuarkusTestResource(WithNotifier.class)
class LabelFormsServiceTest {
    NotifierStandIn notifier;

    private final String tenant = "tenant-" + UUID.randomUUID();

    @Test
    void anAccountGetsLabelsAndTheyStandInItsForm() {
        as("operator")
                .formParam("account", "tiktok/7012")
                .formParam("labels", "brand-a, south spain,")
                .post("/alerts/labels")
                .then()
                .statusCode(200)
                .body(containsString("brand-a</span>"), containsString("south spain</span>"));
        JsonNode kept = notifier.of(tenant, "labels").getFirst();
        assertThat(kept.path("account").asText()).isEqualTo("tiktok/7012");
        assertThat(kept.path("labels")).extracting(JsonNode::asText).containsExactly("brand-a", "south spain");

        as("operator")
                .get("/alerts/labels?account=tiktok/7012")
                .then()
                .body(containsString("name=\"labels\" value=\"brand-a, south spain\""));
    }

    @Test
    void whatIsRefusedStandsAtTheFormWithWhatWasTyped() {
        notifier.refusesNext(tenant, "A label has 1 to 50 letters.");
        as("operator")
                .formParam("account", "tiktok/7012")
                .formParam("labels", "<b>brand</b>")
                .post("/alerts/labels")
                .then()
                .statusCode(400)
                .body(
                        containsString("A label has 1 to 50 letters."),
                        containsString("value=\"&lt;b&gt;brand&lt;/b&gt;\""),
                        not(containsString("<b>brand")));
        as("operator")
                .formParam("account", "7012")
                .formParam("labels", "brand-a")
                .post("/alerts/labels")
                .then()
                .statusCode(400)
                .body(containsString("Write the platform and the account’s number"));
        assertThat(notifier.of(tenant, "labels")).isEmpty();
    }

    @Test
    void whoMayOnlyLookLabelsNothing() {
        as("viewer").get("/alerts/labels").then().statusCode(403);
        as("viewer")
                .formParam("account", "tiktok/7012")
                .post("/alerts/labels")
                .then()
                .statusCode(403);

        assertThat(notifier.of(tenant, "labels")).isEmpty();
    }

    @Test
    void whenTheNotifierIsAwayThePageSaysSo() {
        notifier.isAwayFor(tenant);

        as("operator").get("/alerts/labels").then().statusCode(200).body(containsString("does not answer now"));
    }

    private RequestSpecification as(String role) {
        return given().auth().oauth2(RealIdentity.token("ann", tenant, role));
    }
}
