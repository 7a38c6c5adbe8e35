package io.adskull.token.platform.tiktok;

import java.util.Map;

/// Names of the first level of the Marketing API's permissions, as TikTok's app page shows them.
final class TikTokScopes {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("1", "Ad Account Management"),
            Map.entry("2", "Ads Management"),
            Map.entry("3", "Audience"),
            Map.entry("4", "Reporting"),
            Map.entry("5", "Measurement"),
            Map.entry("6", "Creative"),
            Map.entry("8", "Pixel"),
            Map.entry("9", "DPA Catalog"),
            Map.entry("12000000", "Leads"),
            Map.entry("15000000", "Ad Comments"),
            Map.entry("17000000", "Automated Rules"),
            Map.entry("18000000", "TikTok Accounts"),
            Map.entry("7050363942434013185", "Ad Diagnosis"));

    private TikTokScopes() {}

    /// A permission of a lower level goes by its number.
    static String name(String id) {
        return NAMES.getOrDefault(id, "Permission " + id);
    }
}
