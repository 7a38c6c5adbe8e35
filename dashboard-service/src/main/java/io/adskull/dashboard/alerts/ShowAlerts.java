package io.adskull.dashboard.alerts;

import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.account.AccountKey;
import io.adskull.dashboard.access.Tenant;
import io.adskull.dashboard.notifier.Answer;
import io.adskull.dashboard.notifier.Answer.Away;
import io.adskull.dashboard.notifier.Answer.Given;
import io.adskull.dashboard.notifier.Destination;
import io.adskull.dashboard.notifier.Mute;
import io.adskull.dashboard.notifier.Notifier;
import io.adskull.dashboard.notifier.Route;
import io.adskull.dashboard.overview.AccountView;
import io.adskull.dashboard.overview.Overview;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Puts the page of alerts together.
@ApplicationScoped
class ShowAlerts {
    private final Notifier notifier;
    private final Overview overview;
    private final Tenant tenant;

    ShowAlerts(Notifier notifier, Overview overview, Tenant tenant) {
        this.notifier = notifier;
        this.overview = overview;
        this.tenant = tenant;
    }

    AlertsPage page() {
        Answer<List<Destination>> destinations = notifier.destinations();
        Answer<List<Route>> routes =
                destinations instanceof Given<List<Destination>> ? notifier.routes() : new Away<>();
        Answer<List<Mute>> mutes = routes instanceof Given<List<Route>> ? notifier.mutes() : new Away<>();
        String trouble = Stream.of(destinations, routes, mutes)
                .map(Answer::trouble)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        List<Destination> known = orNone(destinations);
        return new AlertsPage(
                tenant.mayChange(),
                trouble,
                "",
                known.stream().map(one -> DestinationLine.of(one, known)).toList(),
                orNone(routes).stream()
                        .map(route -> RouteLine.of(route, known, this::accountName))
                        .toList(),
                orNone(mutes).stream()
                        .map(mute -> MuteLine.of(mute, this::accountName))
                        .toList(),
                DestinationForm.empty(),
                "",
                Optional.empty());
    }

    /// With the outcome of something that was tried just now beside this destination.
    AlertsPage tested(UUID destination, TestResult result) {
        return page().tested(destination, result);
    }

    private String accountName(String key) {
        try {
            return overview.account(AccountKey.parse(key))
                    .map(AccountView::name)
                    .orElse(key);
        } catch (UnreadableEvent e) {
            return key;
        }
    }

    private static <T> List<T> orNone(Answer<List<T>> answer) {
        return answer instanceof Given<List<T>>(List<T> value) ? value : List.of();
    }
}
