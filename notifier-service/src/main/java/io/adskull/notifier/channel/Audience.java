package io.adskull.notifier.channel;

import java.util.Locale;

/// For whom an alert is.
public enum Audience {
    /// Who buys ads: the tenant whose account it is.
    ADVERTISERS,
    /// Who runs AdSkull: what no advertiser can mend.
    OPERATORS;

    /// As destinations and configuration keys spell it.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
