package io.adskull.contract.account;

/// A part of an ad account for which access can be lost by itself.
public enum Resource {
    ACCOUNT("the ad account"),
    CAMPAIGNS("Campaigns"),
    ADS("Ads"),
    AUTOMATED_RULES("Automated Rules"),
    AUDIENCES("Audiences"),
    PIXELS("Pixels"),
    REPORTING("Reporting"),
    CREATIVES("Creatives"),
    CATALOGS("Catalogs"),
    LEADS("Leads"),
    COMMENTS("Comments");

    private final String displayName;

    Resource(String displayName) {
        this.displayName = displayName;
    }

    /// As the platforms' own screens write it.
    public String displayName() {
        return displayName;
    }
}
