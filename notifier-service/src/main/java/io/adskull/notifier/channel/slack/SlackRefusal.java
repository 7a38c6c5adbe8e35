package io.adskull.notifier.channel.slack;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Of what a refusal of Slack's Web API speaks, by its code.
enum SlackRefusal {
    /// The moment: another try may work. So does every code that is not known here, because an alert is
    /// not dropped for a word that Slack made up since.
    PASSING(
            "ratelimited",
            "rate_limited",
            "message_limit_exceeded",
            "internal_error",
            "fatal_error",
            "service_unavailable",
            "request_timeout",
            "update_failed",
            "team_added_to_org",
            "org_login_required",
            "external_channel_migrating"),
    /// This message, for ever.
    MESSAGE(
            "msg_too_long",
            "msg_blocks_too_long",
            "no_text",
            "invalid_blocks",
            "invalid_blocks_format",
            "too_many_attachments",
            "invalid_arguments",
            "invalid_arg_name",
            "invalid_array_arg",
            "invalid_charset",
            "invalid_form_data",
            "invalid_post_type",
            "missing_post_type",
            "invalid_json",
            "json_not_object"),
    /// The message that was to be changed or replied to: it is gone, or takes neither.
    FIRST(
            "message_not_found",
            "cant_update_message",
            "edit_window_closed",
            "block_mismatch",
            "thread_not_found",
            "invalid_thread_ts",
            "cannot_reply_to_message",
            "restricted_action_non_threadable_channel"),
    /// Where messages go.
    CHANNEL(
            "channel_not_found",
            "is_archived",
            "is_inactive",
            "not_in_channel",
            "restricted_action",
            "restricted_action_read_only_channel",
            "restricted_action_thread_only_channel",
            "messages_tab_disabled"),
    /// Who sends them.
    TOKEN(
            "invalid_auth",
            "not_authed",
            "token_revoked",
            "token_expired",
            "account_inactive",
            "missing_scope",
            "no_permission",
            "not_allowed_token_type",
            "access_denied",
            "accesslimited",
            "ekm_access_denied",
            "enterprise_is_restricted",
            "team_access_not_granted",
            "team_not_found",
            "two_factor_setup_required",
            "deprecated_endpoint",
            "method_deprecated");

    private final Set<String> codes;

    SlackRefusal(String... codes) {
        this.codes = Set.of(codes);
    }

    /// @param code null where Slack gave none
    static SlackRefusal of(@Nullable String code) {
        return Optional.ofNullable(code)
                .flatMap(given -> Arrays.stream(values())
                        .filter(refusal -> refusal.codes.contains(given))
                        .findFirst())
                .orElse(PASSING);
    }
}
