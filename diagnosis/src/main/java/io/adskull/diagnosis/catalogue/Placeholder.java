package io.adskull.diagnosis.catalogue;

import java.util.Arrays;
import java.util.Optional;

/// What a text of the catalogue may leave open. A step that names one without a stand-in is left out when nothing
/// is known.
enum Placeholder {
    ACCOUNT("account", "this ad account"),
    ACCOUNT_ID("accountId", ""),
    BUSINESS("business", "the business"),
    RESOURCE("resource", "this feature"),
    SCREEN("screen", "the asset concerned"),
    SCOPE("scope", "the permission in question"),
    CONNECTED_ON("connectedOn", ""),
    ENDPOINT("endpoint", "this call"),
    CODE("code", ""),
    MESSAGE("message", ""),
    STATUS("status", ""),
    LOG_ID("logId", ""),
    PLATFORM("platform", "the platform");

    private final String key;
    private final String standIn;

    Placeholder(String key, String standIn) {
        this.key = key;
        this.standIn = standIn;
    }

    /// What stands for an unknown value; empty when nothing can.
    String standIn() {
        return standIn;
    }

    static Optional<Placeholder> find(String key) {
        return Arrays.stream(values()).filter(p -> p.key.equals(key)).findFirst();
    }
}
