package io.adskull.diagnosis.google;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What Google's sign-in says in sentences: on its consent page, and as SDKs repeat it.
final class OauthText {
    private static final Pattern CODE =
            Pattern.compile("(?i)\\b(invalid_grant|invalid_client|unauthorized_client|deleted_client|disabled_client|"
                    + "restricted_client|admin_policy_enforced|policy_enforced|org_internal|disallowed_useragent|redirect_uri_mismatch|"
                    + "origin_mismatch|invalid_scope|unsupported_grant_type|unsupported_response_type|access_denied|"
                    + "invalid_rapt|rapt_required|account_restricted|rate_limit_exceeded(?= |$)|interaction_required|"
                    + "temporarily_unavailable|(?<=error[ :=\"'(0-9]{1,12})invalid_request)\\b");
    private static final Pattern TESTERS =
            Pattern.compile("(?i)google verification process|can only be accessed by developer-approved testers");
    private static final Pattern GOOGLES = Pattern.compile(
            "(?i)invalid_rapt|rapt_required|admin_policy_enforced|google verification|accounts\\.google\\.com|deleted_client|"
                    + "Token has been expired or revoked|gaxios|google\\.auth|disallowed_useragent");
    private static final Pattern REQUEST_ID = Pattern.compile("(?i)request.?id\\W{1,5}([\\w-]{12,40})");

    private OauthText() {}

    static Optional<String> code(String text) {
        Matcher code = CODE.matcher(text);
        if (code.find()) {
            return Optional.of(code.group(1).toLowerCase(Locale.ROOT));
        }
        return TESTERS.matcher(text).find() ? Optional.of("access_denied") : Optional.empty();
    }

    static boolean isGoogles(String text) {
        return GOOGLES.matcher(text).find();
    }

    static Optional<String> requestId(String text) {
        Matcher id = REQUEST_ID.matcher(text);
        return id.find() ? Optional.of(id.group(1)) : Optional.empty();
    }
}
