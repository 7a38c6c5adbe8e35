package io.adskull.contract.ticket;

import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The right to start one consent for a tenant, or to end a connection of it. One for a consent opens nothing
/// by itself: the platform still asks who the person is, and a reconnect must bring the same business.
///
/// @param kind what is to be connected, such as `advertiser`; empty with a connection, which has a kind already
/// @param connection to be connected again or ended; empty for a first consent
/// @param by who was signed in when it was signed, as people call them; empty where nobody was, as in a message
/// @param issuedAt a reconnect's ticket is dead once its connection has a newer consent than this
public record ConnectTicket(
        Use use,
        String tenant,
        Platform platform,
        String kind,
        Optional<ConnectionId> connection,
        Optional<String> by,
        Instant issuedAt,
        Instant expiresAt) {
    /// What it is good for, and nothing else.
    public enum Use {
        CONNECT,
        RECONNECT,
        DISCONNECT
    }

    /// A message may be read after a long weekend.
    private static final Duration LIFE_OF_RECONNECT = Duration.ofDays(7);

    private static final int LONGEST_NAME = 200;

    /// A page is looked at for a while before somebody clicks.
    private static final Duration LIFE_ON_A_PAGE = Duration.ofMinutes(10);

    /// For a message about a connection that needs its person.
    public static ConnectTicket again(String tenant, Platform platform, ConnectionId connection, Instant now) {
        return new ConnectTicket(
                Use.RECONNECT,
                tenant,
                platform,
                "",
                Optional.of(connection),
                Optional.empty(),
                now,
                now.plus(LIFE_OF_RECONNECT));
    }

    /// For a page of somebody who is signed in.
    public static ConnectTicket first(String tenant, Platform platform, String kind, Instant now) {
        return new ConnectTicket(
                Use.CONNECT, tenant, platform, kind, Optional.empty(), Optional.empty(), now, now.plus(LIFE_ON_A_PAGE));
    }

    /// For a page of somebody who is signed in and may end connections.
    public static ConnectTicket end(String tenant, Platform platform, ConnectionId connection, Instant now) {
        return new ConnectTicket(
                Use.DISCONNECT,
                tenant,
                platform,
                "",
                Optional.of(connection),
                Optional.empty(),
                now,
                now.plus(LIFE_ON_A_PAGE));
    }

    /// The same, signed for a page of this person.
    ///
    /// @param name control characters become blanks, and it is cut after 200; nobody's when blank
    public ConnectTicket by(String name) {
        String whole = name.replaceAll("\\p{Cntrl}", " ").strip();
        String kept = whole.substring(0, Math.min(LONGEST_NAME, whole.length()));
        return new ConnectTicket(
                use,
                tenant,
                platform,
                kind,
                connection,
                Optional.of(kept).filter(text -> !text.isEmpty()),
                issuedAt,
                expiresAt);
    }
}
