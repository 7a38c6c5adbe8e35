package io.adskull.notifier.patience;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.Platform;
import io.adskull.contract.remediation.Cause;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a person does not want to be told of: at least one of account, cause and platform.
///
/// @param account such as `tiktok/7012345678901234567`
/// @param cause such as `RATE_LIMITED`
/// @param platform such as `tiktok`
/// @param until at most a year from now; without it the mute lasts until it is deleted
/// @param why for those who find it later
public record MuteWish(
        @Nullable String account,
        @Nullable String cause,
        @Nullable String platform,
        @Nullable Instant until,
        @Nullable String why) {
    private static final int LONGEST_WHY = 300;

    /// @throws IllegalArgumentException with what to write instead, for the person
    Mute mute(Instant now) {
        if (account == null && cause == null && platform == null) {
            throw new IllegalArgumentException(
                    "Name an account, a cause or a platform: what is it that shall be quiet?");
        }
        if (why != null && why.length() > LONGEST_WHY) {
            throw new IllegalArgumentException("why has " + LONGEST_WHY + " characters at most.");
        }
        Instant latest = now.atOffset(ZoneOffset.UTC).plusYears(1).toInstant();
        if (until != null && (!until.isAfter(now) || until.isAfter(latest))) {
            throw new IllegalArgumentException("until must be in the future, at most a year from now.");
        }
        return new Mute(
                UUID.randomUUID(),
                value("account", account, AccountKey::parse),
                value("cause", cause, name -> Cause.valueOf(name.toUpperCase(Locale.ROOT))),
                value("platform", platform, Platform::of),
                Optional.ofNullable(until));
    }

    private static <T> Optional<T> value(String field, @Nullable String text, Function<String, T> read) {
        try {
            return Optional.ofNullable(text).map(read);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(field + " is none that AdSkull knows.", e);
        }
    }
}
