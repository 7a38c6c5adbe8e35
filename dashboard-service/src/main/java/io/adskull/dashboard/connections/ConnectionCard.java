package io.adskull.dashboard.connections;

import io.adskull.dashboard.credentials.CredentialEntry;
import io.adskull.dashboard.web.Links;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// A connection with what a page needs beside it.
///
/// @param history the newest first
/// @param reconnect where a person gives a new consent; empty where it was disconnected
/// @param disconnect where it is ended; empty for whoever may not
public record ConnectionCard(ConnectionDetail it, List<CredentialEntry> history, String reconnect, String disconnect) {
    private static final int LISTED = 100;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    static ConnectionCard of(ConnectionDetail connection, List<CredentialEntry> history, Links links) {
        boolean over = connection.disconnected();
        return new ConnectionCard(
                connection,
                history,
                over ? "" : links.reconnect(connection.platform(), connection.id()),
                over ? "" : links.disconnect(connection.platform(), connection.id()));
    }

    public List<ReachedAccount> listed() {
        return it.accounts().subList(0, Math.min(LISTED, it.accounts().size()));
    }

    public int hidden() {
        return it.accounts().size() - listed().size();
    }

    /// What this kind of connection is, in words; empty where it is not known.
    public String kind() {
        return switch (it.kind()) {
            case "advertiser" -> "Ad accounts";
            case "tiktok-account" -> "TikTok profile";
            case "user" -> "Login of a person";
            case "system-user" -> "System user";
            default -> it.kind();
        };
    }

    public String day(Instant at) {
        return DAY.format(at);
    }

    public List<NeededScope> missing() {
        return it.missing();
    }

    /// What happened and what to do, in a sentence; empty where nothing is to be said.
    public String advice() {
        String platform = it.platform().displayName();
        return switch (it.standing()) {
            case LOST ->
                platform + " no longer renews this access. Until somebody signs in there and agrees again, none of its"
                        + " accounts can be read.";
            case UNWATCHED ->
                "The access ended and could not be renewed. AdSkull goes on trying by itself, and those who run it were"
                        + " told. Nobody needs to connect again yet.";
            case ENDING ->
                platform + " ends this consent by its own rules, and no machine can renew it. Connect again before that"
                        + " day: nothing is interrupted then.";
            case FAILING -> "The last renewal failed. AdSkull tries again by itself; the present access still holds.";
            case LACKING, WORKING, DISCONNECTED -> "";
        };
    }
}
