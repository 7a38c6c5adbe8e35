package io.adskull.notifier.preview;

import io.adskull.contract.account.Platform;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Incident;
import io.adskull.diagnosis.Circumstances.Standing;
import io.adskull.diagnosis.Circumstances.Visibility;
import io.adskull.notifier.channel.Affected;
import io.adskull.notifier.channel.Affected.Account;
import io.adskull.notifier.channel.Alert;
import io.adskull.notifier.channel.Alert.Place;
import io.adskull.notifier.channel.Alert.Transition;
import io.adskull.notifier.channel.AlertLinks;
import io.adskull.notifier.delivery.NobodyReacted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One message for every cause: a platform's own words, as public code and reports quote them, said of an
/// account of a made-up business, and read by the catalogue that the running system reads with.
public final class Samples {
    private static final Duration LASTED = Duration.ofMinutes(134);

    private static final SampleAccount TRAVEL_TIKTOK =
            new SampleAccount(Platform.TIKTOK, "7012345678901234501", "Northwind Travel", "Northwind Agency");
    private static final SampleAccount KIDS_TIKTOK =
            new SampleAccount(Platform.TIKTOK, "7012345678901234503", "Northwind Kids", "Northwind Agency");
    private static final SampleAccount CONTOSO_TIKTOK =
            new SampleAccount(Platform.TIKTOK, "7012345678901234507", "Contoso Travel", "Contoso Media");
    private static final SampleAccount TRAVEL_META =
            new SampleAccount(Platform.META, "act_482719503618274", "Northwind Travel EU", "Northwind Agency");
    private static final SampleAccount TRAVEL_GOOGLE =
            new SampleAccount(Platform.GOOGLE, "4827195036", "Northwind Travel Search", "Northwind Agency");
    private static final SampleAccount TRAVEL_LINKEDIN =
            new SampleAccount(Platform.LINKEDIN, "509381746", "Northwind Business Trips", "Northwind Agency");
    private static final SampleAccount TRAVEL_MICROSOFT =
            new SampleAccount(Platform.MICROSOFT, "138274605", "Northwind Travel Bing", "Northwind Agency");
    private static final SampleAccount TRAVEL_SNAPCHAT = new SampleAccount(
            Platform.SNAPCHAT, "8adc3db7-8148-4fbf-999c-8d2266369d74", "Northwind Weekends", "Northwind Agency");
    private static final SampleAccount TRAVEL_REDDIT =
            new SampleAccount(Platform.REDDIT, "a2_f7k3mq9x", "Northwind Backpackers", "Northwind Agency");

    private Samples() {}

    /// What is told when it breaks.
    public static Alert.Opened opened(Cause cause) {
        return new Alert.Opened(failure(cause).incident(cause));
    }

    /// What is told when two more accounts fail for the same reason.
    public static Alert.Opened joined(Cause cause) {
        Incident incident = opened(cause).incident();
        String number = incident.account().accountId();
        String alike = number.substring(0, number.length() - 2);
        return new Alert.Opened(
                incident,
                new Affected(List.of(new Account("Northwind Bags", alike + "82")), 0),
                new Place(incident.id(), Transition.JOINED, 1));
    }

    /// What is told when it still goes on a day later.
    public static Alert.Opened reminded(Cause cause) {
        Incident incident = opened(cause).incident();
        return new Alert.Opened(incident, Affected.none(), new Place(incident.id(), Transition.REMINDED, 1));
    }

    /// What others are told when nobody reacts.
    public static Alert.Opened escalated(Cause cause) {
        Incident incident = opened(cause).incident();
        Instant told = incident.openedAt().plus(Duration.ofMinutes(1));
        return new Alert.Opened(
                incident,
                Affected.none(),
                new Place(incident.id(), Transition.ESCALATED, 0),
                Optional.of(new NobodyReacted(List.of("#ads-alerts"), Optional.of(told)).sentence(told.plus(LASTED))));
    }

    /// What is told when it is over.
    public static Alert.Resolved resolved(Cause cause) {
        Incident incident = opened(cause).incident();
        return new Alert.Resolved(
                incident,
                incident.openedAt().plus(LASTED),
                "The platform answered normally again at 08:55 UTC when asked for "
                        + incident.resource().displayName() + ".",
                Optional.empty());
    }

    /// As the running system makes them, at an address that leads nowhere.
    public static AlertLinks links(Alert alert) {
        return new AlertLinks(
                "https://adskull.example/incidents/" + alert.incident().id(),
                Optional.of("https://adskull.example/reconnect?ticket=sample")
                        .filter(url -> alert instanceof Alert.Opened
                                && alert.incident().mendedByReconnecting()));
    }

    private static SampleFailure failure(Cause cause) {
        return switch (cause) {
            case TOKEN_EXPIRED ->
                SampleFailure.of(TRAVEL_META, "/v25.0/act_482719503618274/campaigns", 400, """
                    {"error": {"message": "Error validating access token: Session has expired on Monday, 23-Nov-26\
                     06:00:00 PST. The current time is Monday, 23-Nov-26 06:41:00 PST.", "type": "OAuthException",\
                     "code": 190, "error_subcode": 463, "fbtrace_id": "AbTq3mXw1rY7kLz9"}}""")
                        .seen(Visibility.UNKNOWN, Standing.REFUSED);
            case TOKEN_INVALID ->
                SampleFailure.of(CONTOSO_TIKTOK, "/open_api/v1.3/campaign/get/", 200, """
                    {"code": 40105, "message": "Access token is incorrect or has been revoked.",\
                     "request_id": "202611230641000102030405060708090A", "data": {}}""")
                        .seen(Visibility.UNKNOWN, Standing.REFUSED);
            case REFRESH_TOKEN_INVALID -> SampleFailure.of(TRAVEL_GOOGLE, "/token", 400, """
                    {"error": "invalid_grant", "error_description": "Token has been expired or revoked."}""");
            case SCOPE_MISSING ->
                SampleFailure.of(TRAVEL_TIKTOK, "/open_api/v1.3/report/integrated/get/", 200, """
                    {"code": 40001, "message": "Permission error: The access token lacks the required scope for\
                     endpoint '/report/integrated/get/(method=GET)'.",\
                     "request_id": "202611230641000102030405060708091B", "data": {}}""")
                        .seen(Visibility.VISIBLE, Standing.ALIVE);
            case RESOURCE_PERMISSION_MISSING ->
                SampleFailure.of(KIDS_TIKTOK, "/open_api/v1.3/optimizer/rule/list/", 200, """
                    {"code": 40001, "message": "No permission to operate advertiser: 7012345678901234503",\
                     "request_id": "202611230641000102030405060708092C", "data": {}}""")
                        .seen(Visibility.VISIBLE, Standing.ALIVE);
            case ACCOUNT_ACCESS_MISSING ->
                SampleFailure.of(TRAVEL_GOOGLE, "/v22/customers/4827195036/googleAds:search", 403, """
                    {"error": {"code": 403, "message": "The caller does not have permission",\
                     "status": "PERMISSION_DENIED", "details": [{"@type":\
                     "type.googleapis.com/google.ads.googleads.v22.errors.GoogleAdsFailure", "errors": [{"errorCode":\
                     {"authorizationError": "USER_PERMISSION_DENIED"}, "message": "User doesn't have permission to\
                     access customer."}], "requestId": "ZtnmYPWAMZ0mzxMNUKsLrg"}]}}""")
                        .seen(Visibility.HIDDEN, Standing.ALIVE);
            case ACCOUNT_DISABLED -> SampleFailure.of(TRAVEL_TIKTOK, "/open_api/v1.3/advertiser/info/", 200, """
                    {"code": 0, "message": "OK", "request_id": "202611230641000102030405060708093D",\
                     "data": {"list": [{"advertiser_id": "7012345678901234501", "name": "Northwind Travel",\
                     "status": "STATUS_LIMIT"}]}}""");
            case BILLING_REQUIRED -> SampleFailure.of(TRAVEL_META, "/v25.0/act_482719503618274/adsets", 400, """
                    {"error": {"message": "Invalid parameter", "type": "OAuthException", "code": 100,\
                     "error_subcode": 1359188, "error_user_title": "No payment method", "error_user_msg": "Visit the\
                     billing centre to add a valid payment method.", "fbtrace_id": "AkP2sVd8nQe5hJc4"}}""");
            case USER_ACTION_REQUIRED ->
                SampleFailure.of(TRAVEL_META, "/v25.0/act_482719503618274/insights", 400, """
                    {"error": {"message": "Error validating access token: You cannot access the app till you log in\
                     to www.facebook.com and follow the instructions given.", "type": "OAuthException", "code": 190,\
                     "error_subcode": 459, "fbtrace_id": "AmR6tYb1wCx3gNv8"}}""")
                        .seen(Visibility.UNKNOWN, Standing.REFUSED);
            case APP_NOT_APPROVED ->
                SampleFailure.of(TRAVEL_GOOGLE, "/v22/customers/4827195036/googleAds:search", 403, """
                    {"error": {"code": 403, "message": "The caller does not have permission",\
                     "status": "PERMISSION_DENIED", "details": [{"@type":\
                     "type.googleapis.com/google.ads.googleads.v22.errors.GoogleAdsFailure", "errors": [{"errorCode":\
                     {"authorizationError": "DEVELOPER_TOKEN_NOT_APPROVED"}, "message": "The developer token is only\
                     approved for use with test accounts."}], "requestId": "Onryd_ozwC7IjSCYxGm6ng"}]}}""");
            case APP_CREDENTIALS_INVALID -> SampleFailure.of(TRAVEL_MICROSOFT, "/common/oauth2/v2.0/token", 401, """
                    {"error": "invalid_client", "error_description": "AADSTS7000222: The provided client secret keys\
                     for app '5f1c8a3e-0b7d-4a52-9a86-3d1f6f2f9b11' are expired.", "error_codes": [7000222],\
                     "trace_id": "91af4011-2822-4038-b029-ddd8c46caf00"}""");
            case AUTH_CODE_INVALID -> SampleFailure.of(TRAVEL_TIKTOK, "/open_api/v1.3/oauth2/access_token/", 200, """
                    {"code": 40110, "message": "The auth_code is canceled. Please re-authorize and try again with a\
                     new auth_code.", "request_id": "202611230641000102030405060708094E", "data": {}}""");
            case RATE_LIMITED -> SampleFailure.of(TRAVEL_META, "/v25.0/act_482719503618274/ads", 400, """
                    {"error": {"message": "There have been too many calls to this ad-account. Wait a bit and try\
                     again.", "type": "OAuthException", "code": 80004, "error_subcode": 2446079,\
                     "fbtrace_id": "AzF4uLk7sWp2bTe6"}}""");
            case QUOTA_EXHAUSTED ->
                SampleFailure.of(TRAVEL_LINKEDIN, "/rest/adAnalytics", 429, """
                    {"status": 429, "serviceErrorCode": 101, "code": "TOO_MANY_REQUESTS", "message": "Resource level\
                     throttle APPLICATION DAY limit for calls to this resource is reached."}""")
                        .withHeader("x-li-uuid", "AAYqT2vX8Lw5cZ1e9R3kUg==");
            case PLATFORM_ERROR ->
                SampleFailure.of(TRAVEL_SNAPCHAT, "/v1/adaccounts/8adc3db7-8148-4fbf-999c-8d2266369d74", 500, """
                    {"request_status": "ERROR", "request_id": "5ebc40a7000ff0a8c5", "debug_message": "Internal server\
                     error", "display_message": "We're sorry, but there was an unexpected problem",\
                     "error_code": "E1000"}""");
            case PLATFORM_MAINTENANCE -> SampleFailure.of(TRAVEL_TIKTOK, "/open_api/v1.3/campaign/get/", 200, """
                    {"code": 60001, "message": "The system is in maintenance",\
                     "request_id": "202611230641000102030405060708095F", "data": {}}""");
            case INVALID_REQUEST ->
                SampleFailure.of(TRAVEL_GOOGLE, "/v22/customers/4827195036/googleAds:search", 400, """
                    {"error": {"code": 400, "message": "Request contains an invalid argument.",\
                     "status": "INVALID_ARGUMENT", "details": [{"@type":\
                     "type.googleapis.com/google.ads.googleads.v22.errors.GoogleAdsFailure", "errors": [{"errorCode":\
                     {"queryError": "UNRECOGNIZED_FIELD"}, "message": "Unrecognized field in the query:\
                     'metrics.video_views'."}], "requestId": "ciDlQz5F_Uv9FWBewaSZuw"}]}}""");
            case NOT_FOUND -> SampleFailure.of(TRAVEL_TIKTOK, "/open_api/v1.3/advertiser/info/", 200, """
                    {"code": 40001, "message": "The advertiser 7012345678901234501 doesn't exist or has been\
                     deleted.", "request_id": "202611230641000102030405060708096A", "data": {}}""");
            case CONFLICT -> SampleFailure.of(TRAVEL_TIKTOK, "/open_api/v1.3/campaign/create/", 200, """
                    {"code": 40002, "message": "Campaign name already exists. Please try another one.",\
                     "request_id": "202611230641000102030405060708097B", "data": {}}""");
            case API_VERSION_RETIRED ->
                SampleFailure.of(TRAVEL_LINKEDIN, "/rest/adAccounts/509381746", 426, """
                    {"status": 426, "code": "NONEXISTENT_VERSION",\
                     "message": "Requested version 20251101 is not active"}""")
                        .withHeader("x-li-uuid", "AAYqT3bN4Hs7dQ2m6P8jVw==");
            case POLICY_VIOLATION -> SampleFailure.of(TRAVEL_META, "/v25.0/act_482719503618274/ads", 400, """
                    {"error": {"message": "Your ad has been rejected in its latest review and is currently disabled.\
                     In order to enable the ad, you will need to make updates to it and create a new ad.",\
                     "type": "OAuthException", "code": 2490427, "fbtrace_id": "AcJ5xGh2vMd9nSq1"}}""");
            case NETWORK_RESTRICTED -> SampleFailure.of(TRAVEL_REDDIT, "/api/v3/ad_accounts/a2_f7k3mq9x", 403, """
                    <html><body><h1>403 Forbidden</h1>
                    Request forbidden by administrative rules.
                    </body></html>""");
            case UNKNOWN -> SampleFailure.of(TRAVEL_MICROSOFT, "/CampaignManagement/v13/Campaigns", 200, """
                    suds.WebFault: Server raised fault: 'Invalid client data. Check the SOAP fault details for more\
                     information. TrackingId: 32064585-296e-4696-8a34-5e8ef154bdb2.'""");
        };
    }
}
