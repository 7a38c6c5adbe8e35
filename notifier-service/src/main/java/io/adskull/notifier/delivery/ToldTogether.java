package io.adskull.notifier.delivery;

import io.adskull.notifier.channel.Affected;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The incidents that one conversation is about, as they are known now.
///
/// @param lead the first
/// @param joined the others, in the order in which they joined
/// @param stopped all other accounts of the connection, where the cause stops them all; else empty
record ToldTogether(IncidentRecord lead, List<IncidentRecord> joined, Optional<Affected> stopped) {

    /// Whose words the message of this part shows: the first that is open, for what is over helps nobody.
    IncidentRecord shown(int part) {
        List<IncidentRecord> all = in(part, record -> true);
        return all.stream()
                .filter(IncidentRecord::open)
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElse(lead);
    }

    /// Whose words a reminder shows.
    IncidentRecord shown() {
        return lead.open()
                ? lead
                : joined.stream().filter(IncidentRecord::open).findFirst().orElse(lead);
    }

    /// Everybody else who still has the trouble.
    Affected othersOpen(IncidentRecord shown) {
        return stopped.orElseGet(() -> affected(Stream.concat(Stream.of(lead), joined.stream())
                .filter(record -> record.open() && !record.account().equals(shown.account()))
                .toList()));
    }

    /// Who else is in that message.
    Affected othersIn(int part, IncidentRecord shown) {
        return stopped.orElseGet(() ->
                affected(in(part, record -> record.open() && !record.account().equals(shown.account()))));
    }

    /// Everybody but the lead's account.
    Affected others() {
        return stopped.orElseGet(
                () -> affected(joined.stream().filter(this::isOther).toList()));
    }

    private boolean isOther(IncidentRecord record) {
        return !record.account().equals(lead.account());
    }

    private List<IncidentRecord> in(int part, Predicate<IncidentRecord> which) {
        return Stream.concat(Stream.of(lead), joined.stream())
                .filter(record -> record.part() == part)
                .filter(which)
                .toList();
    }

    /// An account that failed, worked and failed again is one account.
    private static Affected affected(List<IncidentRecord> records) {
        return Affected.of(records.stream()
                .collect(Collectors.toMap(
                        IncidentRecord::account, IncidentRecord::incident, (first, again) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList());
    }
}
