package io.adskull.dashboard.web;

import io.adskull.dashboard.history.SupportTicket;
import io.adskull.dashboard.notifier.Attention;
import io.adskull.dashboard.overview.AccountView;
import io.adskull.dashboard.overview.TimelineEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the page of one incident shows.
///
/// @param account empty when it is not connected any more, or it is about a whole platform
/// @param parts which parts of the account do not work now, the worst first, and which do
/// @param attention what people answered so far; empty where nothing is known, also when nobody could be asked
/// @param mayAnswer whether the viewer may acknowledge and snooze it
public record IncidentPage(
        IncidentCard card,
        List<TimelineEntry> timeline,
        Optional<AccountView> account,
        List<AccountPart> parts,
        Optional<Attention> attention,
        boolean mayAnswer) {
    /// What people answered so far, where they did.
    public Optional<Attention> given() {
        return attention.filter(Attention::given);
    }

    public boolean acknowledged() {
        return attention.filter(now -> now.acknowledgedAt() != null).isPresent();
    }

    /// How long after the beginning something happened; empty for the beginning itself.
    public Optional<String> after(TimelineEntry entry) {
        Instant began = card.incident().openedAt();
        return Optional.of(entry.at())
                .filter(began::isBefore)
                .map(at -> HistoryWords.words(Duration.between(began, at)));
    }

    public String supportText() {
        return new SupportTicket(card.incident()).text();
    }

    /// Whether it is this incident that takes the part away.
    public boolean own(AccountPart part) {
        return card.incident().id().equals(part.permission().incident());
    }
}
