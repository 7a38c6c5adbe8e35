package io.adskull.simulator.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.adskull.simulator.oauth.grant.Grant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One platform's OAuth, as `platforms/<id>/oauth.yaml` describes it; README.md explains every field. Paths are
/// those of the platform, without the `/<id>` that the simulator puts before them.
///
/// @param firstAccount id of the first ad account made on demand (`fleet-N`, `solo-K`)
/// @param token null where tokens are not given as OAuth 2 does; the platform's class gives them
/// @param revoke null where an app cannot give a consent back, or in another way
/// @param replies how refusals and bare successes are worded
public record Description(
        String title,
        String firstAccount,
        Consent consent,
        Code code,
        @Nullable Token token,
        Access access,
        Refresh refresh,
        @Nullable Revoke revoke,
        Map<Word, Reply> replies) {

    public Description {
        for (Word word : Word.values()) {
            if (word.ofRevocation() ? revoke != null : token != null) {
                reply(word, replies);
            }
        }
        if (token != null && !token.answers().containsKey("exchange")) {
            throw new IllegalArgumentException("token.answers has no exchange");
        }
    }

    /// @param clientParameter null means `client_id`
    /// @param codeParameter how the redirect names the code; null means `code`
    /// @param scopeSeparator null means a space
    /// @param cancelled parameters of the redirect when the person says no; `{name}` stands for a parameter of the
    /// page
    /// @param otherScopesEndOlderConsents whether a consent with other scopes ends the person's older ones
    public record Consent(
            String path,
            @Nullable String clientParameter,
            @Nullable String codeParameter,
            @Nullable String scopeSeparator,
            List<Scope> scopes,
            Map<String, String> cancelled,
            boolean otherScopesEndOlderConsents) {

        public String clientName() {
            return Objects.requireNonNullElse(clientParameter, "client_id");
        }

        public String codeName() {
            return Objects.requireNonNullElse(codeParameter, "code");
        }

        public String separator() {
            return Objects.requireNonNullElse(scopeSeparator, " ");
        }
    }

    /// @param implied not shown and never refused, such as `openid`
    public record Scope(String id, String name, boolean implied) {}

    public record Code(@Nullable String prefix, Duration lifetime) {}

    /// @param methods null means POST
    /// @param clientAuthentication null means both
    /// @param defaultGrant the `grant_type` of a call that names none; null means it must
    /// @param grants by `grant_type`; null means authorization_code and refresh_token
    public record Token(
            String path,
            @Nullable List<String> methods,
            @Nullable List<ClientAuthentication> clientAuthentication,
            @Nullable String defaultGrant,
            @Nullable Map<String, GrantType> grants,
            Map<String, JsonNode> answers) {

        public boolean takes(String method) {
            return Objects.requireNonNullElse(methods, List.of("POST")).contains(method);
        }

        public boolean takes(ClientAuthentication how) {
            return clientAuthentication == null || clientAuthentication.contains(how);
        }

        public Map<String, GrantType> grantTypes() {
            return Objects.requireNonNullElse(grants, GrantType.USUAL);
        }
    }

    public enum ClientAuthentication {
        BASIC,
        BODY
    }

    /// What one `grant_type` takes and how long the access token lives that it gives; null means as ever.
    public record GrantType(
            Grant.Kind takes,
            String parameter,
            @Nullable String answer,
            @Nullable Duration accessLifetime) {
        private static final Map<String, GrantType> USUAL = Map.of(
                "authorization_code", new GrantType(Grant.Kind.CODE, "code", null, null),
                "refresh_token", new GrantType(Grant.Kind.REFRESH, "refresh_token", null, null));

        /// Under which name of `answers` its answer stands.
        public String answerName() {
            return Objects.requireNonNullElse(answer, takes == Grant.Kind.REFRESH ? "refresh" : "exchange");
        }
    }

    /// @param lifetime null means it does not end by time
    public record Access(@Nullable String prefix, @Nullable Duration lifetime) {}

    /// @param lifetime of one refresh token; null means it does not end by time
    /// @param consentLifetime after that only a new consent helps; null means never by time
    /// @param reuseGrace how long a used one still works; null means not at all
    /// @param reuseEndsConsent whether meeting a used one ends everything of its consent
    /// @param givenWith parameters of the consent page without which no refresh token is given; null means none
    /// @param givenAgainWith parameters that are needed from the second consent of a person on; null means none
    /// @param givenWithScope a scope without which none is given; null means none
    public record Refresh(
            Policy policy,
            @Nullable String prefix,
            @Nullable Duration lifetime,
            @Nullable Duration consentLifetime,
            @Nullable Duration reuseGrace,
            boolean reuseEndsConsent,
            @Nullable Map<String, String> givenWith,
            @Nullable Map<String, String> givenAgainWith,
            @Nullable String givenWithScope) {}

    /// What a refresh does to refresh tokens.
    public enum Policy {
        /// There are none.
        NONE,
        /// The same one for good; whether the answer repeats it is up to `answers.refresh`.
        REUSABLE,
        /// A new one each time; the old one is used up.
        SINGLE_USE,
        /// A new one each time; the old one stays good until its own end.
        OLD_STAYS_GOOD
    }

    /// @param parameter which holds the token; null means `token`
    /// @param methods null means POST
    /// @param clientAuthentication whether the client must say who it is
    /// @param ends the whole consent, or only the token
    public record Revoke(
            String path,
            @Nullable String parameter,
            @Nullable List<String> methods,
            boolean clientAuthentication,
            Ends ends) {
        public String parameterName() {
            return Objects.requireNonNullElse(parameter, "token");
        }

        public boolean takes(String method) {
            return Objects.requireNonNullElse(methods, List.of("POST")).contains(method);
        }

        /// How far a revocation reaches.
        public enum Ends {
            CONSENT,
            TOKEN
        }
    }

    /// @param headers null means none besides the type
    /// @param body JSON, or a text sent as it is; null means nothing
    public record Reply(
            int status,
            @Nullable Map<String, String> headers,
            @Nullable JsonNode body) {}

    /// How this is said, or as its fallback is.
    public Reply reply(Word word) {
        return reply(word, replies);
    }

    private static Reply reply(Word word, Map<Word, Reply> replies) {
        for (Word said = word; said != null; said = said.fallback()) {
            Reply reply = replies.get(said);
            if (reply != null) {
                return reply;
            }
        }
        throw new IllegalArgumentException("replies has nothing for " + word);
    }
}
