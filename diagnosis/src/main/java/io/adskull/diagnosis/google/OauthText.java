package io.adskull.diagnosis.google;

import io.adskull.diagnosis.dialect.Clue;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What Google's sign-in says in sentences: on its consent page, and as SDKs repeat it.
final class OauthText {
    private static final Clue CODE = Clue.of(
            "(?i)\\b(invalid_grant|invalid_client|unauthorized_client|deleted_client|disabled_client|"
                    + "restricted_client|admin_policy_enforced|policy_enforced|org_internal|disallowed_useragent|redirect_uri_mismatch|"
                    + "origin_mismatch|invalid_scope|unsupported_grant_type|unsupported_response_type|access_denied|"
                    + "invalid_rapt|rapt_required|account_restricted|rate_limit_exceeded(?= |$)|interaction_required|"
                    + "temporarily_unavailable|(?<=error[ :=\"'(0-9]{1,12})invalid_request)\\b",
            "_grant",
            "_client",
            "_enforced",
            "_internal",
            "_useragent",
            "_mismatch",
            "_scope",
            "_response",
            "_denied",
            "_rapt",
            "_required",
            "_restricted",
            "_limit_exceeded",
            "_unavailable",
            "_request");
    private static final Clue TESTERS = Clue.of(
            "(?i)google verification process|can only be accessed by developer-approved testers",
            "google verification process",
            "developer-approved testers");
    private static final Pattern GOOGLES = Pattern.compile(
            "(?i)invalid_rapt|rapt_required|admin_policy_enforced|google verification|accounts\\.google\\.com|deleted_client|"
                    + "Token has been expired or revoked|gaxios|google\\.auth|disallowed_useragent");
    private static final Clue REQUEST_ID = Clue.startingWith("(?i)request.?id\\W{1,5}([\\w-]{12,40})", "request");

    private OauthText() {}

    static Optional<String> code(String text) {
        Optional<String> code = CODE.in(text);
        if (code.isPresent()) {
            return code.map(name -> name.toLowerCase(Locale.ROOT));
        }
        return TESTERS.standsIn(text) ? Optional.of("access_denied") : Optional.empty();
    }

    static boolean isGoogles(String text) {
        return GOOGLES.matcher(text).find();
    }

    static Optional<String> requestId(String text) {
        return REQUEST_ID.in(text);
    }
}
