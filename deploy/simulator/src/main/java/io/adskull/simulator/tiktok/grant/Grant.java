package io.adskull.simulator.tiktok.grant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one code or token stands for. It travels inside the token, so that a restart forgets none.
///
/// @param family shared by all tokens that descend from one authorisation
/// @param accounts the ticked ad accounts; null means all of the login
/// @param scopes the ticked permissions; null means all
/// @param redirectUri where the code was sent (codes only)
/// @param expiresAt null when it does not end by time
/// @param revokedAt when the person withdraws the authorisation; null means never
/// @param keep the person chose not to withdraw it
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Grant(
        @JsonProperty("k") Kind kind,
        @JsonProperty("i") String id,
        @JsonProperty("f") String family,
        @JsonProperty("l") String login,
        @JsonProperty("c") String app,
        @JsonProperty("t") Instant issuedAt,
        @JsonProperty("e") @Nullable Instant expiresAt,
        @JsonProperty("r") @Nullable Instant revokedAt,
        @JsonProperty("a") @Nullable List<String> accounts,
        @JsonProperty("s") @Nullable List<String> scopes,
        @JsonProperty("u") @Nullable String redirectUri,
        @JsonProperty("x") boolean keep) {

    /// The two authorisation systems and what each of them issues.
    public enum Kind {
        ADVERTISER_CODE,
        ADVERTISER_TOKEN,
        ACCOUNT_CODE,
        ACCOUNT_TOKEN,
        ACCOUNT_REFRESH
    }

    @JsonIgnore
    public boolean expired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    @JsonIgnore
    public boolean withdrawn(Instant now) {
        return revokedAt != null && !now.isBefore(revokedAt);
    }

    /// This grant with none but these scopes.
    Grant within(List<String> left) {
        List<String> kept =
                scopes == null ? left : scopes.stream().filter(left::contains).toList();
        return new Grant(
                kind, id, family, login, app, issuedAt, expiresAt, revokedAt, accounts, kept, redirectUri, keep);
    }

    /// A new thing of the same authorisation.
    public Grant next(
            Kind kind, String id, Instant issuedAt, @Nullable Instant expiresAt, @Nullable Instant revokedAt) {
        return new Grant(kind, id, family, login, app, issuedAt, expiresAt, revokedAt, accounts, scopes, null, keep);
    }
}
