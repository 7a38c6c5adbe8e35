package io.adskull.dashboard.connections;

import io.adskull.dashboard.web.ConnectLink;
import java.util.List;

/// What the page of connections shows.
///
/// @param shown the worst first
/// @param live how many there are on all pages, without those that were disconnected
/// @param urgent of how many of them somebody must give a new consent
/// @param over those that were disconnected last
/// @param connect every way to connect something; none for whoever may not
/// @param address of this page
/// @param more address of the next page; empty where this is the last
public record ConnectionsPage(
        List<ConnectionCard> shown,
        int live,
        long urgent,
        Ends ends,
        List<ConnectionDetail> over,
        List<ConnectLink> connect,
        String address,
        String more) {

    /// The state of all in one sentence; also read out when it changes.
    public String headline() {
        if (live == 0) {
            return "Nothing is connected yet";
        }
        if (urgent > 0) {
            return urgent == 1 ? "1 connection needs somebody" : urgent + " connections need somebody";
        }
        return shown.getFirst().it().standing() == Standing.WORKING
                ? "Every connection works"
                : "AdSkull is renewing what fails; nobody needs to act";
    }

    /// The look of the worst.
    public String look() {
        return live == 0 || shown.isEmpty()
                ? "healthy"
                : shown.getFirst().it().standing().look();
    }
}
