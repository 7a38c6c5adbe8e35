package io.adskull.notifier.routing;

import java.util.List;
import java.util.Locale;

/// What ends with a connection, in words. Pure.
///
/// @param accounts their names; none where nothing is known of them yet
record Stopped(List<String> accounts) {
    private static final int NAMED = 2;

    Stopped {
        accounts = List.copyOf(accounts);
    }

    /// Such as `3 ad accounts stop: Northwind Bags, Northwind Shoes and 1 more`.
    String sentence() {
        return switch (accounts.size()) {
            case 0 -> "all ad accounts of this connection stop";
            case 1 -> "1 ad account stops: " + accounts.getFirst();
            case 2 -> "2 ad accounts stop: " + String.join(" and ", accounts);
            default ->
                accounts.size() + " ad accounts stop: " + String.join(", ", accounts.subList(0, NAMED)) + " and "
                        + (accounts.size() - NAMED) + " more";
        };
    }

    /// The same at the beginning of a text.
    String capitalized() {
        String sentence = sentence();
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
