package io.adskull.poller.ingest;

import static io.restassured.RestAssured.given;

import io.adskull.contract.Topic;
import io.adskull.testing.TestTopics;
import io.adskull.testing.TestTopics.Received;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Answers for an account that no other test has: handed in, and what became of them on the topic.
record HandedIn(String account, TestTopics topics) {
    static final String PROBLEM = "application/problem+json";

    static HandedIn ofAnAccount() {
        return new HandedIn("tiktok/7" + (System.nanoTime() % 1_000_000_000_000L), TestTopics.current());
    }

    AnswerJson one() {
        return AnswerJson.of(account);
    }

    ValidatableResponse handIn(String token, String request) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(request.getBytes(StandardCharsets.UTF_8))
                .post("/api/responses")
                .then();
    }

    List<Received> published() {
        return topics.read(Topic.API_RESPONSES).stream()
                .filter(record -> record.key().equals(account))
                .toList();
    }
}
