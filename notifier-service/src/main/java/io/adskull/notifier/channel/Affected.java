package io.adskull.notifier.channel;

import io.adskull.contract.remediation.Incident;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The other accounts that one message tells of, besides the one whose incident it shows.
///
/// @param named in the order in which they are shown
/// @param unnamed how many more there are
public record Affected(List<Account> named, int unnamed) {
    /// So many a message names; all of them stand in the dashboard.
    public static final int MOST_NAMED = 50;

    /// Both are short and on one line.
    ///
    /// @param name what people call it
    /// @param number the platform's id of it
    public record Account(String name, String number) {
        static Account of(Incident incident) {
            return new Account(Wording.accountName(incident), incident.account().accountId());
        }
    }

    public Affected {
        named = List.copyOf(named);
    }

    public static Affected none() {
        return new Affected(List.of(), 0);
    }

    public static Affected of(List<Incident> incidents) {
        return new Affected(
                incidents.stream().limit(MOST_NAMED).map(Account::of).toList(),
                Math.max(0, incidents.size() - MOST_NAMED));
    }

    /// These, and in front of them the one whose incident the message shows.
    public Affected with(Incident shown) {
        return new Affected(
                Stream.concat(Stream.of(Account.of(shown)), named.stream()).toList(), unnamed);
    }

    /// Such as `Northwind Bags (7012), Northwind Shoes (7013)`: those that are named.
    public String names() {
        return named.stream()
                .map(account -> account.name() + " (" + account.number() + ")")
                .collect(Collectors.joining(", "));
    }

    public int count() {
        return named.size() + unnamed;
    }
}
