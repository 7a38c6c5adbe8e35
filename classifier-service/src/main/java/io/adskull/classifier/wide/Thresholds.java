package io.adskull.classifier.wide;

import java.time.Duration;

/// When failures of many accounts are one failure of their platform.
///
/// @param tenants how many customers must see it at least
/// @param accounts how many accounts must see it at least
/// @param share of the accounts that answered within the window, 0 to 1
/// @param window how far back accounts are counted
public record Thresholds(int tenants, int accounts, double share, Duration window) {
    private static final Duration LONGEST_WINDOW = Duration.ofMinutes(30);

    public Thresholds {
        if (tenants < 1 || accounts < 1) {
            throw new IllegalArgumentException("adskull.evidence.outage.tenants and .accounts are " + tenants + " and "
                    + accounts + ", allowed is 1 and more");
        }
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "adskull.evidence.outage.share is " + share + ", allowed is more than 0, up to 1");
        }
        if (window.compareTo(Duration.ofSeconds(10)) < 0 || window.compareTo(LONGEST_WINDOW) > 0) {
            throw new IllegalArgumentException(
                    "adskull.evidence.outage.window is " + window + ", allowed is PT10S to " + LONGEST_WINDOW);
        }
    }

    boolean crossed(Crowd crowd) {
        return crowd.failingTenants() >= tenants
                && crowd.failing() >= accounts
                && crowd.failing() >= share * crowd.answered();
    }

    /// Counted in all accounts that still fail, not in those of the window: who fails is asked more and more
    /// seldom, and would else be taken for cured.
    boolean healed(long failing, long most) {
        return failing * 2 < accounts || failing * 10 < most;
    }
}
