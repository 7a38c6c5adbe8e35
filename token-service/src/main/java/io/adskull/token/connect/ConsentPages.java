package io.adskull.token.connect;

import io.adskull.contract.account.Platform;
import jakarta.inject.Singleton;
import java.util.List;

/// The words for each way in which a consent can end without a connection.
@Singleton
class ConsentPages {
    private final ConnectSettings settings;

    ConsentPages(ConnectSettings settings) {
        this.settings = settings;
    }

    ConsentPage cancelled(Platform platform, String kind) {
        return page(
                platform,
                kind,
                "Nothing was connected",
                "You left the " + platform.displayName() + " consent page without agreeing, so we received no access. "
                        + "Whatever was connected before is unchanged.",
                List.of(
                        "Start again when you are ready.",
                        "On the " + platform.displayName() + " page, leave the accounts to watch ticked and confirm."));
    }

    ConsentPage rejected(Platform platform, StateCheck check) {
        String explanation =
                switch (check) {
                    case USED ->
                        "This answer from " + platform.displayName() + " was already used once. "
                                + "If you just connected, it worked: look at the dashboard.";
                    case EXPIRED -> "The consent page was open for too long, so its answer no longer counts.";
                    case OTHER_BROWSER ->
                        "This answer did not come from the browser that started the connection, or that browser "
                                + "does not keep cookies.";
                    case UNKNOWN, VALID ->
                        "We did not send you to " + platform.displayName() + " with this request, so we do not "
                                + "accept its answer.";
                };
        return page(
                platform,
                "",
                "This link is no longer good",
                explanation + " Nothing was connected or changed.",
                List.of("Start again from the dashboard, in this browser.", "Finish within a few minutes."));
    }

    ConsentPage refused(Platform platform, String kind, String reason) {
        return page(
                platform,
                kind,
                platform.displayName() + " did not give us access",
                "You agreed, but " + platform.displayName() + " then answered: " + reason
                        + ". Nothing was connected or changed.",
                List.of(
                        "Start again: a consent is good for one try, so a new one is needed.",
                        "If the same answer comes back, send it to our support."));
    }

    ConsentPage nothingGranted(Platform platform, String kind, String businessName) {
        return page(
                platform,
                kind,
                "No ad account was shared",
                businessName + " agreed, but shared no ad account, so there is nothing we could watch. "
                        + "Nothing was connected or changed.",
                List.of(
                        "Check that the " + platform.displayName() + " login you used can see the ad accounts: "
                                + "a Business Center admin can add it to them.",
                        "Start again with that login.",
                        "On the consent page, tick every ad account to watch, then confirm."));
    }

    private ConsentPage page(Platform platform, String kind, String title, String explanation, List<String> steps) {
        String again = "/connect/" + platform.id() + (kind.isEmpty() ? "" : "?kind=" + kind);
        return new ConsentPage(title, explanation, steps, again, settings.dashboardUrl());
    }
}
