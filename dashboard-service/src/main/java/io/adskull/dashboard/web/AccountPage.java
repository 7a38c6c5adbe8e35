package io.adskull.dashboard.web;

import io.adskull.dashboard.overview.AccountView;
import java.util.List;

/// What the page of one account shows.
///
/// @param reconnect where to connect its connection again
/// @param disconnect where to end its connection; empty for whoever may not
public record AccountPage(
        AccountView account,
        List<IncidentCard> open,
        List<IncidentCard> resolved,
        String reconnect,
        String disconnect) {

    /// Whether there is one open incident only, which is then shown unfolded.
    public boolean single() {
        return open.size() == 1;
    }
}
