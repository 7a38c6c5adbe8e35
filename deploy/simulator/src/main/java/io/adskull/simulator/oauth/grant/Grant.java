package io.adskull.simulator.oauth.grant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one code or token stands for. It travels inside the token, so that a restart forgets none.
///
/// @param consent the consent that all of its descendants share
/// @param accounts the ticked ad accounts; null means all of the login
/// @param refreshable whether refresh tokens come with it
/// @param endsAt when the whole consent ends, however often it is refreshed; null means never by time
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Grant(
        @JsonProperty("k") Kind kind,
        @JsonProperty("i") String id,
        @JsonProperty("l") String login,
        @JsonProperty("a") @Nullable List<String> accounts,
        @JsonProperty("s") List<String> scopes,
        @JsonProperty("o") Consent consent,
        @JsonProperty("r") boolean refreshable,
        @JsonProperty("t") Instant issuedAt,
        @JsonProperty("e") @Nullable Instant expiresAt,
        @JsonProperty("z") @Nullable Instant endsAt,
        @JsonProperty("p") @Nullable Proof proof) {

    /// What is issued.
    public enum Kind {
        CODE,
        ACCESS,
        REFRESH
    }

    /// The moment somebody said yes to an app.
    public record Consent(
            @JsonProperty("i") String id,
            @JsonProperty("c") String app,
            @JsonProperty("t") Instant at) {}

    /// What the exchange of a code must show again (codes only).
    ///
    /// @param challenge of PKCE (S256); null when none was sent
    public record Proof(
            @JsonProperty("u") String redirectUri,
            @JsonProperty("h") @Nullable String challenge) {}

    @JsonIgnore
    public boolean expired(Instant now) {
        return past(expiresAt, now) || past(endsAt, now);
    }

    /// A new thing of the same consent.
    public Grant next(Kind kind, String id, Instant issuedAt, @Nullable Instant expiresAt) {
        return new Grant(kind, id, login, accounts, scopes, consent, refreshable, issuedAt, expiresAt, endsAt, null);
    }

    private static boolean past(@Nullable Instant end, Instant now) {
        return end != null && !now.isBefore(end);
    }
}
