package io.adskull.contract.remediation;

/// Who must act for a thing to work again.
public enum Actor {
    AUTOMATIC("Nobody; AdSkull is fixing it"),
    ACCOUNT_USER("The person who connected the account"),
    BUSINESS_ADMIN("An admin of the business account"),
    BILLING_OWNER("Whoever pays the ad account's bills"),
    DEVELOPER("The developers of this service"),
    PLATFORM("The ad platform");

    private final String displayName;

    Actor(String displayName) {
        this.displayName = displayName;
    }

    public String displayName() {
        return displayName;
    }
}
