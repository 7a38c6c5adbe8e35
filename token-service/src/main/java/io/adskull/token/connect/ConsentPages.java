package io.adskull.token.connect;

import io.adskull.contract.account.Platform;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The words for each way in which a consent, or a link to one, can end without a plain yes.
@Singleton
class ConsentPages {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final String NEW_LINK = "Sign in to the dashboard and ask there for a new link.";

    private final ConnectSettings settings;

    ConsentPages(ConnectSettings settings) {
        this.settings = settings;
    }

    ConsentPage cancelled(Purpose purpose) {
        String platform = purpose.platform().displayName();
        return page(
                "Nothing was connected",
                "You left the " + platform + " page without agreeing, so we received no access. "
                        + "Whatever was connected before is unchanged.",
                List.of(
                        "Start again when you are ready.",
                        "On the " + platform + " page, leave the accounts to watch ticked and confirm."));
    }

    ConsentPage rejected(Optional<Platform> platform, StateCheck check) {
        String from = platform.map(p -> " from " + p.displayName()).orElse("");
        String explanation =
                switch (check) {
                    case USED ->
                        "This answer" + from + " was already used once. "
                                + "If you just connected, it worked: look at the dashboard.";
                    case EXPIRED -> "The page was open for too long, so its answer no longer counts.";
                    case OTHER_BROWSER ->
                        "This answer did not come from the browser that started the connection, or that browser "
                                + "does not keep cookies.";
                    case UNKNOWN, VALID -> "We did not ask for this answer" + from + ", so we do not accept it.";
                };
        return page(
                "This link is no longer good",
                explanation + " Nothing was connected or changed by it.",
                List.of("Start again from the dashboard, in this browser.", "Finish within a few minutes."));
    }

    ConsentPage refused(Purpose purpose, String reason) {
        String platform = purpose.platform().displayName();
        return page(
                platform + " did not give us access",
                "You agreed, but " + platform + " then answered: " + reason + ". Nothing was connected or changed.",
                List.of(
                        "Start again: a consent is good for one try, so a new one is needed.",
                        "If the same answer comes back, send it to our support."));
    }

    ConsentPage nothingGranted(Purpose purpose, String businessName) {
        return page(
                "No ad account was shared",
                businessName + " agreed, but shared no ad account, so there is nothing we could watch. "
                        + "Nothing was connected or changed.",
                List.of(
                        "Check that the " + purpose.platform().displayName()
                                + " login you used can see the ad accounts: an admin of the business can add it to "
                                + "them.",
                        "Start again with that login.",
                        "On the consent page, tick every ad account to watch, then confirm."));
    }

    ConsentPage otherLogin(Purpose purpose, String expected, String came) {
        String platform = purpose.platform().displayName();
        return page(
                "This is another login",
                "This link renews the connection of “" + expected + "”, but the " + platform + " login you used is “"
                        + came + "”. We did not keep its access, and the connection of “" + expected
                        + "” is unchanged.",
                List.of(
                        "Sign out of " + platform + " in this browser, or use a private window.",
                        "Start again and sign in as “" + expected + "”.",
                        "To watch “" + came + "” as well, connect it from the dashboard."));
    }

    ConsentPage bringsLess(Purpose purpose, String businessName, Shortfall shortfall) {
        String platform = purpose.platform().displayName();
        List<ConsentPage.Listing> missing = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        if (!shortfall.accounts().isEmpty()) {
            missing.add(new ConsentPage.Listing("Ad accounts left out", shortfall.accounts()));
            steps.add("Without an ad account we stop watching it: nobody hears when its ads stop.");
            steps.add("If you did not untick it, this login may no longer see it: an admin of the business can help.");
        }
        if (!shortfall.scopes().isEmpty()) {
            missing.add(new ConsentPage.Listing("Permissions left out", shortfall.scopes()));
            steps.add("Without a permission we cannot look at what it opens, and say so for each account.");
        }
        steps.add("“Ask again” takes you back to " + platform + ": leave everything ticked there.");
        steps.add("“Keep it so” connects only what you ticked. If you close this page, nothing changes.");
        return new ConsentPage(
                "You shared less than before",
                "The connection of “" + businessName + "” has more than what you agreed to just now. "
                        + "Nothing is changed until you choose.",
                missing,
                steps,
                Optional.empty(),
                settings.dashboardUrl());
    }

    ConsentPage connectedWithout(List<String> scopes) {
        return new ConsentPage(
                "Connected, with some permissions left out",
                "The ad accounts are connected. What the missing permissions open, we cannot look at.",
                List.of(new ConsentPage.Listing("Permissions left out", scopes)),
                List.of("If that was not meant so, ask again and leave everything ticked."),
                Optional.empty(),
                settings.dashboardUrl());
    }

    ConsentPage gone(Platform platform) {
        return page(
                "This connection has ended",
                "Somebody disconnected it, so there is nothing to renew. Nothing was connected or changed.",
                List.of("To watch its accounts again, connect " + platform.displayName() + " from the dashboard."));
    }

    ConsentPage alreadyRenewed(String businessName, Instant at) {
        return page(
                "Already reconnected",
                "“" + businessName + "” was already reconnected on " + MOMENT.format(at)
                        + ", after this link was made. There is nothing left to do, and the link no longer works.",
                List.of("If its accounts fail again, use the newest message about it, or the dashboard."));
    }

    /// Before it is done.
    ConsentPage disconnect(Platform platform, String businessName, List<String> accounts) {
        return new ConsentPage(
                "Disconnect “" + businessName + "”?",
                "We stop watching its ad accounts at once, delete our access to " + platform.displayName()
                        + ", and give it back there where that is possible. Nobody is told any more when they break.",
                List.of(new ConsentPage.Listing("Ad accounts that are no longer watched", accounts)),
                List.of(
                        "Nothing changes in the accounts themselves: their ads run on.",
                        "To watch them again later, somebody with that login must agree again."),
                Optional.empty(),
                settings.dashboardUrl());
    }

    ConsentPage disconnected(Platform platform, String businessName) {
        return page(
                "“" + businessName + "” is disconnected",
                "Its ad accounts are no longer watched, and we have no access to them any more.",
                List.of("To watch them again, connect " + platform.displayName() + " from the dashboard."));
    }

    ConsentPage forged() {
        return page(
                "This link is not one of ours",
                "It was changed or cut off on its way, or we did not make it. Nothing was connected or changed.",
                List.of("Open it from the original message, as a whole.", NEW_LINK));
    }

    ConsentPage expired() {
        return page(
                "This link has expired",
                "Links to connect are good for a limited time only. Nothing was connected or changed.",
                List.of(NEW_LINK));
    }

    ConsentPage notNow(Platform platform) {
        return page(
                "Not possible right now",
                platform.displayName() + " does not answer us, or is not set up here. Nothing was connected or "
                        + "changed.",
                List.of("Try the same link again in some minutes.", "If it stays so, tell our support."));
    }

    private ConsentPage page(String title, String explanation, List<String> steps) {
        return new ConsentPage(title, explanation, List.of(), steps, Optional.empty(), settings.dashboardUrl());
    }
}
