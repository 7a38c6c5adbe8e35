package io.adskull.classifier.topology;

import io.adskull.classifier.incident.Patience;
import io.adskull.classifier.wide.Thresholds;
import io.adskull.contract.CloudEvent;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectedAccount;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
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

    /// In words that fit a dead key and a lost account alike.
    static final String KEY_REFUSED =
            "{\"code\":40105,\"message\":\"Access token is incorrect or has been revoked.\",\"request_id\":\"r-5\",\"data\":{}}";

    /// X's words for a dead key, for keys that do not belong together, and for a wrong signature.
    static final String NOT_AUTHENTICATED =
            "{\"errors\":[{\"code\":\"UNAUTHORIZED_ACCESS\",\"message\":\"This request is not properly authenticated\"}],\"request\":{\"params\":{}}}";

    /// One thing that this login may not do.
    static final String ACTION_NOT_PERMITTED =
            "{\"error\":{\"code\":403,\"message\":\"The caller does not have permission\","
                    + "\"status\":\"PERMISSION_DENIED\",\"details\":[{\"@type\":"
                    + "\"type.googleapis.com/google.ads.googleads.v22.errors.GoogleAdsFailure\",\"errors\":[{\"errorCode\":"
                    + "{\"authorizationError\":\"ACTION_NOT_PERMITTED\"},\"message\":\"The action is not permitted.\"}]}]}}";

    private static final Map<Resource, String> PATHS = Map.of(
            Resource.ACCOUNT, "/open_api/v1.3/advertiser/info/",
            Resource.CAMPAIGNS, "/open_api/v1.3/campaign/get/",
            Resource.AUTOMATED_RULES, "/open_api/v1.3/optimizer/rule/list/");

    /// A feature that was not granted, in words that no other answer can change.
    static final String NO_PIXEL =
            "{\"code\":40001,\"message\":\"You don't have permission to operate this pixel.\",\"request_id\":\"r-3\",\"data\":{}}";

    static final String BROKEN = "{\"code\":50000,\"message\":\"System error\",\"request_id\":\"r-4\",\"data\":{}}";

    static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(10), Duration.ofMinutes(2), Duration.ofSeconds(30));
    /// One that has read all there is.
    static final CatalogueInUse CATALOGUE = new CatalogueInUse("tested", (settings, partition, since) -> {
        throw new IllegalStateException("nothing fails when the catalogue comes into use");
    });
    static final Thresholds THRESHOLDS = new Thresholds(3, 10, 0.3, Duration.ofMinutes(2));
    static final ConnectionId AGENCY = ConnectionId.parse("11111111-1111-4111-8111-111111111111");

    private final AccountKey account;
    private final String tenant;
    private final ConnectionId connection;

    Answers(String accountId) {
        this(accountId, "demo", AGENCY);
    }

    Answers(String accountId, String tenant, ConnectionId connection) {
        this(AccountKey.parse("tiktok/" + accountId), tenant, connection);
    }

    private Answers(AccountKey account, String tenant, ConnectionId connection) {
        this.account = account;
        this.tenant = tenant;
        this.connection = connection;
    }

    /// Of Google Ads, which is asked everything at one path.
    static Answers ofGoogle(String customer) {
        return new Answers(AccountKey.parse("google/" + customer), "demo", AGENCY);
    }

    /// Of X, which refuses with status 401.
    static Answers ofX(String accountId) {
        return new Answers(AccountKey.parse("x/" + accountId), "demo", AGENCY);
    }

    ConnectionId connection() {
        return connection;
    }

    String key() {
        return account.toString();
    }

    String refused() {
        return "{\"code\":40001,\"message\":\"No permission to operate advertiser: " + account.accountId()
                + "\",\"request_id\":\"r-2\",\"data\":{}}";
    }

    ConnectedAccount details(String name) {
        return details(name, Instant.parse("2026-11-22T06:00:00Z"));
    }

    ConnectedAccount detailsSince(Instant connectedAt) {
        return details("Account " + account, connectedAt);
    }

    private ConnectedAccount details(String name, Instant connectedAt) {
        return new ConnectedAccount(
                account, tenant, connection, "advertiser", name, "Northwind Agency", List.of(), connectedAt, null);
    }

    ApiResponse response(String id, Instant at, Resource resource, String body) {
        return new ApiResponse(
                new CloudEvent(id, ApiResponse.EVENT_TYPE, "/poller-service", key(), at, tenant),
                Optional.empty(),
                account.platform() == Platform.GOOGLE ? "POST" : "GET",
                account.platform() == Platform.GOOGLE
                        ? "/v22/customers/" + account.accountId() + "/googleAds:search"
                        : PATHS.getOrDefault(resource, "/open_api/v1.3/ad/get/"),
                Optional.of(resource),
                Optional.of(body.contains("\"errors\"") ? 401 : body.contains("\"error\"") ? 403 : 200),
                Optional.empty(),
                Map.of("x-tt-logid", "log-" + id),
                false,
                1,
                Duration.ofMillis(80),
                body.getBytes(StandardCharsets.UTF_8));
    }

    Map<String, String> headers(String id, Instant at, Resource resource) {
        return headers(id, at, resource, "");
    }

    Map<String, String> headers(String id, Instant at, Resource resource, String body) {
        Map<String, String> headers =
                new HashMap<>(response(id, at, resource, body).headers());
        headers.put("traceparent", TRACE);
        return headers;
    }
}
