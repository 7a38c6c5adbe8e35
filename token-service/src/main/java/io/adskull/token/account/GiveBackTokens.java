package io.adskull.token.account;

import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import io.adskull.token.platform.RevokeOutcome;
import io.adskull.token.platform.TokenSystems;
import io.adskull.token.vault.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/// Tells a platform that tokens are not wanted any more, unless a connection of the same identity is left: at some
/// platforms one revocation ends all that this person granted our app
/// (https://developers.google.com/identity/protocols/oauth2/web-server#tokenrevoke).
@ApplicationScoped
public class GiveBackTokens {
    private static final Logger LOG = Logger.getLogger(GiveBackTokens.class);

    private final Connections connections;
    private final EndedConnections ended;
    private final TokenSystems systems;

    GiveBackTokens(Connections connections, EndedConnections ended, TokenSystems systems) {
        this.connections = connections;
        this.ended = ended;
        this.systems = systems;
    }

    /// What a refresh brought for a connection that was disconnected meanwhile.
    public void giveBackLate(ConnectionId connection, Platform platform, String kind, Tokens tokens) {
        String whose = "a refresh of connection " + connection + ", which has ended";
        ended.identityOf(connection)
                .ifPresentOrElse(
                        identity -> giveBack(platform, kind, identity, tokens, whose),
                        () -> LOG.warnf("%s: not revoked at %s, nobody knows whose it was", whose, platform.id()));
    }

    /// Not to be called in a transaction: the platform may be slow.
    ///
    /// @param whose in words for the log
    public void giveBack(Platform platform, String kind, String identity, Tokens tokens, String whose) {
        boolean inUse = QuarkusTransaction.requiringNew().call(() -> connections.identityInUse(platform, identity));
        if (inUse) {
            LOG.infof("%s: not revoked at %s, another connection of the same login would end", whose, platform.id());
            return;
        }
        switch (systems.of(platform, kind).revoke(tokens)) {
            case RevokeOutcome.Revoked r -> LOG.infof("%s: revoked at %s", whose, platform.id());
            case RevokeOutcome.NotRevoked(String why) ->
                LOG.warnf("%s: not revoked at %s: %s", whose, platform.id(), why);
        }
    }
}
