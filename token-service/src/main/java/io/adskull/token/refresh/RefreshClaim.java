package io.adskull.token.refresh;

import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import java.util.Optional;

/// The right to go to the platform for one connection, until its lease ends.
///
/// @param generation of the tokens that the platform is shown; an outcome for an older one comes too late
/// @param sealedTokens opened only for the call
/// @param trace of whoever wanted the refresh
record RefreshClaim(
        ConnectionId connection,
        Platform platform,
        String kind,
        long generation,
        byte[] sealedTokens,
        Optional<String> trace) {

    @Override
    public String toString() {
        return "RefreshClaim[" + connection + ", generation " + generation + "]";
    }
}
