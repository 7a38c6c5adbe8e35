package io.adskull.dashboard.access;

import com.microsoft.playwright.Page;
import io.adskull.testing.RealIdentity;

/// The page of the tests' identity provider, on which anybody is believed.
public final class SignInPage {
    private SignInPage() {}

    /// Opens the address, types who comes, and is sent back.
    public static void open(Page page, String address, String user, String tenant, String... groups) {
        page.navigate(address);
        signIn(page, user, RealIdentity.claims(tenant, groups));
    }

    /// @param claims as JSON
    public static void signIn(Page page, String user, String claims) {
        page.locator("input[name=username]").fill(user);
        page.locator("textarea[name=claims]").fill(claims);
        page.locator("input[type=submit]").click();
    }
}
