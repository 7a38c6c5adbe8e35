package io.adskull.simulator.status;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StatusServiceTest {
    private static final String FEED = "/marketing_api/api/status_page/incident/rss/";

    @AfterEach
    void nothingIsTold() {
        given().delete("/simulator/status/tiktok").then().statusCode(204);
    }

    @Test
    void tikToksFeedIsEmptyUntilAnIncidentIsOrdered() {
        assertThat(feed().getInt("rss.channel.item.size()")).isZero();

        String guid = tell(Map.of(
                "title", "Reports <fail> & more",
                "description", "We are looking into it.",
                "pubDate", "2026-11-22T06:40:00Z"));

        XmlPath item = feed();
        assertThat(item.getString("rss.channel.item.title")).isEqualTo("Reports <fail> & more");
        assertThat(item.getString("rss.channel.item.description")).isEqualTo("We are looking into it.");
        assertThat(item.getString("rss.channel.item.guid")).isEqualTo(guid);
        assertThat(item.getString("rss.channel.item.pubDate")).isEqualTo("Sun, 22 Nov 2026 06:40:00 GMT");
    }

    @Test
    void anIncidentIsToldAnewOrNotAnyMore() {
        String guid = tell(Map.of("title", "Reports fail"));
        tell(Map.of("guid", guid, "title", "Resolved: reports failed"));
        assertThat(feed().getString("rss.channel.item.title")).isEqualTo("Resolved: reports failed");

        given().delete("/simulator/status/tiktok/" + guid).then().statusCode(204);

        assertThat(feed().getInt("rss.channel.item.size()")).isZero();
        given().delete("/simulator/status/tiktok/" + guid).then().statusCode(404);
    }

    @Test
    void anOrderWithoutWordsOrPlatformIsTurnedAway() {
        given().contentType("application/json")
                .body("{}")
                .post("/simulator/status/tiktok")
                .then()
                .statusCode(400);
        given().contentType("application/json")
                .body("{\"title\":\"x\"}")
                .post("/simulator/status/nowhere")
                .then()
                .statusCode(404)
                .body("problems[0]", equalTo("There is no platform 'nowhere'."));
    }

    private static String tell(Map<String, ?> order) {
        return given().contentType("application/json")
                .body(order)
                .post("/simulator/status/tiktok")
                .then()
                .statusCode(201)
                .extract()
                .path("guid");
    }

    private static XmlPath feed() {
        return given().get(FEED)
                .then()
                .statusCode(200)
                .contentType(startsWith("application/rss+xml"))
                .extract()
                .xmlPath();
    }
}
