package io.adskull.poller.ingest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.adskull.testing.RealIdentity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The service where it looks for Kafka and there is none.
@QuarkusTest
@TestProfile(HandInWithoutKafkaServiceTest.Away.class)
@QuarkusTestResource(RealIdentity.class)
class HandInWithoutKafkaServiceTest {

    public static class Away implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "kafka.bootstrap.servers", "localhost:1", "quarkus.log.category.\"org.apache.kafka\".level", "OFF");
        }
    }

    @Test
    void whoHandsInIsAskedToComeAgain() {
        given().auth()
                .oauth2(RealIdentity.token("campaign-editor", "any", "service"))
                .contentType("application/json")
                .body(AnswerJson.batch(AnswerJson.of("tiktok/7"), AnswerJson.of("tiktok/8")))
                .post("/api/responses")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("detail", containsString("Kafka is away"));
    }
}
