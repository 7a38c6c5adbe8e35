package io.adskull.classifier.topology;

import io.adskull.contract.CloudEvent;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectedAccount;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Resource;
import io.adskull.contract.response.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What TikTok answers to the probes of one account, as the poller publishes it.
final class Answers {
    static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    static final String HEALTHY = "{\"code\":0,\"message\":\"OK\",\"request_id\":\"r-0\",\"data\":{\"list\":[]}}";
    /// In words that need no other call to be believed.
    static final String REVOKED =
            "{\"code\":40105,\"message\":\"The advertiser has cancelled the authorization.\",\"request_id\":\"r-1\",\"data\":{}}";

    private static final Map<Resource, String> PATHS = Map.of(
            Resource.ACCOUNT, "/open_api/v1.3/advertiser/info/",
            Resource.CAMPAIGNS, "/open_api/v1.3/campaign/get/",
            Resource.AUTOMATED_RULES, "/open_api/v1.3/optimizer/rule/list/");

    private final AccountKey account;

    Answers(String accountId) {
        this.account = AccountKey.parse("tiktok/" + accountId);
    }

    String key() {
        return account.toString();
    }

    String refused() {
        return "{\"code\":40001,\"message\":\"No permission to operate advertiser: " + account.accountId()
                + "\",\"request_id\":\"r-2\",\"data\":{}}";
    }

    ConnectedAccount details(String name) {
        return new ConnectedAccount(
                account,
                "demo",
                ConnectionId.parse("11111111-1111-4111-8111-111111111111"),
                "advertiser",
                name,
                "Northwind Agency",
                List.of(),
                Instant.parse("2026-11-22T06:00:00Z"),
                null);
    }

    ApiResponse response(String id, Instant at, Resource resource, String body) {
        return new ApiResponse(
                new CloudEvent(id, ApiResponse.EVENT_TYPE, "/poller-service", key(), at, "demo"),
                Optional.empty(),
                "GET",
                PATHS.getOrDefault(resource, "/open_api/v1.3/ad/get/"),
                Optional.of(resource),
                Optional.of(200),
                Optional.empty(),
                Map.of("x-tt-logid", "log-" + id),
                false,
                1,
                Duration.ofMillis(80),
                body.getBytes(StandardCharsets.UTF_8));
    }

    Map<String, String> headers(String id, Instant at, Resource resource) {
        Map<String, String> headers =
                new HashMap<>(response(id, at, resource, "").headers());
        headers.put("traceparent", TRACE);
        return headers;
    }
}
