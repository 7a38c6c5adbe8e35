package io.adskull.simulator.google;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.adskull.simulator.traffic.Answer;
import java.util.HexFormat;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/// Refusals of the Google Ads API. The outer message is general; the reason stands in the failure inside
/// (https://developers.google.com/google-ads/api/docs/best-practices/understand-api-errors).
enum GoogleRefusal {
    DEVELOPER_TOKEN_PARAMETER_MISSING(400, "requestError", "The developer token parameter was missing."),
    DEVELOPER_TOKEN_INVALID(401, "authenticationError", "The developer token is not valid."),
    CUSTOMER_NOT_FOUND(401, "authenticationError", "No customer found for the provided customer id."),
    NOT_ADS_USER(
            401,
            "authenticationError",
            "User in the cookie is not a valid Ads user. The Google account is not associated with any Ads accounts."),
    USER_PERMISSION_DENIED(
            403,
            "authorizationError",
            "User doesn't have permission to access customer. Note: If you're accessing a client customer, the "
                    + "manager's customer id must be set in the 'login-customer-id' header. See "
                    + "https://developers.google.com/google-ads/api/docs/concepts/call-structure#cid"),
    CUSTOMER_NOT_ENABLED(
            403,
            "authorizationError",
            "The customer account can't be accessed because it is not yet enabled or has been deactivated."),
    INVALID_LOGIN_CUSTOMER_ID(400, "headerError", "The login customer id could not be validated."),
    RESOURCE_EXHAUSTED(429, "quotaError", "Too many requests."),
    UNEXPECTED_INPUT(400, "queryError", "Error in query: unexpected input.");

    private static final String FAILURE = "type.googleapis.com/google.ads.googleads.v22.errors.GoogleAdsFailure";
    private static final String CREDENTIALS = " Expected OAuth 2 access token, login cookie "
            + "or other valid authentication credential. See "
            + "https://developers.google.com/identity/sign-in/web/devconsole-project.";

    private final int status;
    private final String category;
    private final String message;

    GoogleRefusal(int status, String category, String message) {
        this.status = status;
        this.category = category;
        this.message = message;
    }

    Answer answer() {
        return answer(error -> {});
    }

    /// @param more puts what else is known into the error
    Answer answer(Consumer<ObjectNode> more) {
        ObjectNode body = envelope(status, outerMessage(status));
        ObjectNode failure =
                ((ObjectNode) body.path("error")).putArray("details").addObject();
        failure.put("@type", FAILURE);
        ObjectNode error = failure.putArray("errors").addObject();
        error.putObject("errorCode").put(category, name());
        error.put("message", message);
        more.accept(error);
        failure.put(
                "requestId",
                HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()));
        return Answer.json(status, body.toString(), OptionalInt.of(status));
    }

    /// Without a bearer token.
    static Answer noToken() {
        return Answer.json(401, envelope(401, outerMessage(401)).toString(), OptionalInt.of(401));
    }

    /// With one that has expired, was revoked or never was ours; Google does not say which.
    static Answer badToken() {
        String message = "Request had invalid authentication credentials." + CREDENTIALS;
        return Answer.json(401, envelope(401, message).toString(), OptionalInt.of(401));
    }

    static Answer scopeMissing() {
        ObjectNode body = envelope(403, "Request had insufficient authentication scopes.");
        ((ObjectNode) body.path("error"))
                .putArray("details")
                .addObject()
                .put("@type", "type.googleapis.com/google.rpc.ErrorInfo")
                .put("reason", "ACCESS_TOKEN_SCOPE_INSUFFICIENT")
                .put("domain", "googleapis.com");
        return Answer.json(403, body.toString(), OptionalInt.of(403));
    }

    private static String outerMessage(int status) {
        return switch (status) {
            case 401 -> "Request is missing required authentication credential." + CREDENTIALS;
            case 403 -> "The caller does not have permission";
            case 429 -> "Resource has been exhausted (e.g. check quota).";
            default -> "Request contains an invalid argument.";
        };
    }

    private static ObjectNode envelope(int status, String message) {
        String name =
                switch (status) {
                    case 401 -> "UNAUTHENTICATED";
                    case 403 -> "PERMISSION_DENIED";
                    case 429 -> "RESOURCE_EXHAUSTED";
                    default -> "INVALID_ARGUMENT";
                };
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("error").put("code", status).put("message", message).put("status", name);
        return body;
    }
}
