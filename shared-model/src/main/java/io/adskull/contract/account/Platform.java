package io.adskull.contract.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.adskull.contract.UnreadableEvent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The ad platforms that AdSkull knows, by the name used in keys, addresses and catalogue folders.
public enum Platform {
    TIKTOK("TikTok"),
    META("Meta"),
    GOOGLE("Google Ads"),
    LINKEDIN("LinkedIn"),
    MICROSOFT("Microsoft Advertising"),
    PINTEREST("Pinterest"),
    SNAPCHAT("Snapchat"),
    REDDIT("Reddit"),
    X("X Ads"),
    AMAZON("Amazon Ads");

    private final String displayName;

    Platform(String displayName) {
        this.displayName = displayName;
    }

    /// What people call it.
    public String displayName() {
        return displayName;
    }

    /// What keys, addresses and folders call it, such as `tiktok`.
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Platform> find(String id) {
        return Arrays.stream(values()).filter(p -> p.id().equals(id)).findFirst();
    }

    /// @throws UnreadableEvent when no platform has this id
    @JsonCreator
    public static Platform of(String id) {
        return find(id).orElseThrow(() -> new UnreadableEvent("unknown platform \"" + id + "\""));
    }
}
