package io.adskull.contract.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import io.adskull.contract.UnreadableEvent;
import java.util.regex.Pattern;

/// Names one ad account everywhere: `<platform>/<the platform's account id>`, such as
/// `tiktok/7012345678901234567`. The key of every topic about accounts.
public record AccountKey(Platform platform, String accountId) {
    private static final Pattern ACCOUNT_ID = Pattern.compile("[A-Za-z0-9_.:~-]{1,128}");

    /// Stands where an account id stands when something concerns a whole platform. No platform's own ids begin so.
    private static final String WHOLE_PLATFORM = "~platform";

    public AccountKey {
        if (!ACCOUNT_ID.matcher(accountId).matches()) {
            throw new UnreadableEvent("account id must be 1 to 128 letters, digits or _.:~- characters");
        }
    }

    /// @throws UnreadableEvent when the text is not an account key
    @JsonCreator
    public static AccountKey parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new UnreadableEvent("account key must look like tiktok/7012345678901234567");
        }
        return new AccountKey(Platform.of(text.substring(0, slash)), text.substring(slash + 1));
    }

    /// The key of what concerns a whole platform and no account by itself, such as `tiktok/~platform`.
    public static AccountKey wholePlatform(Platform platform) {
        return new AccountKey(platform, WHOLE_PLATFORM);
    }

    /// Whether it names a whole platform instead of one of its accounts.
    @JsonIgnore
    public boolean isWholePlatform() {
        return accountId.equals(WHOLE_PLATFORM);
    }

    @JsonValue
    @Override
    public String toString() {
        return platform.id() + "/" + accountId;
    }
}
