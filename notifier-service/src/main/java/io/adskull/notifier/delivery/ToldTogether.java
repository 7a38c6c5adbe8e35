package io.adskull.notifier.delivery;

import io.adskull.notifier.channel.Affected;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The incidents that one conversation is about, as they are known now.
///
/// @param lead the first
/// @param joined the others, in the order in which they joined
/// @param stopped all other accounts of the connection, where the cause stops them all; else empty
record ToldTogether(IncidentRecord lead, List<IncidentRecord> joined, Optional<Affected> stopped) {

    List<IncidentRecord> all() {
        return Stream.concat(Stream.of(lead), joined.stream()).toList();
    }

    /// Those that the message of this part tells of.
    List<IncidentRecord> in(int part) {
        return all().stream().filter(record -> record.part() == part).toList();
    }

    /// Whose words a message about these shows: the first that is open, for what is over helps nobody.
    IncidentRecord shownOf(List<IncidentRecord> told) {
        return told.stream()
                .filter(IncidentRecord::open)
                .findFirst()
                .or(() -> told.stream().findFirst())
                .orElse(lead);
    }

    /// Who else of these still has the trouble.
    Affected othersOf(List<IncidentRecord> told, IncidentRecord shown) {
        return others(told.stream().filter(IncidentRecord::open), shown);
    }

    /// Everybody but the lead's account.
    Affected others() {
        return others(joined.stream(), lead);
    }

    private Affected others(Stream<IncidentRecord> records, IncidentRecord than) {
        return stopped.orElseGet(
                () -> affected(records.filter(record -> !record.account().equals(than.account()))
                        .toList()));
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
