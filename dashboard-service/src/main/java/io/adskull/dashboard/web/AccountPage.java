package io.adskull.dashboard.web;

import io.adskull.dashboard.history.AccountUptime;
import io.adskull.dashboard.overview.AccountView;
import io.adskull.dashboard.overview.IncidentCursor;
import io.adskull.dashboard.overview.IncidentSlice;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the page of one account shows.
///
/// @param before where the shown part of the history begins; empty for its newest
/// @param asked what is known of a re-test that was just asked for
/// @param reconnect where to connect its connection again
/// @param disconnect where to end its connection; empty for whoever may not
public record AccountPage(
        AccountView account,
        List<AccountPart> parts,
        List<IncidentCard> open,
        AccountUptime uptime,
        IncidentSlice history,
        Optional<IncidentCursor> before,
        Optional<RetestAnswer> asked,
        String reconnect,
        String disconnect,
        Instant now) {
    /// Whether there is one open incident only, which is then shown unfolded.
    public boolean single() {
        return open.size() == 1;
    }

    public List<UptimeStrip> strips() {
        return uptime.parts().stream().map(UptimeStrip::new).toList();
    }

    public String newest() {
        return "/accounts/" + account.key();
    }

    /// This page's own address.
    public String address() {
        return before.map(this::going).orElse(newest());
    }

    /// Where the older part of the history is.
    public Optional<String> older() {
        return history.next().map(this::going);
    }

    private String going(IncidentCursor on) {
        return newest() + "?before=" + URLEncoder.encode(on.toString(), StandardCharsets.UTF_8);
    }
}
