package io.adskull.token.vault;

import io.adskull.contract.account.ConnectionId;

/// Stored tokens that no key of the key set opens for this connection: a key was dropped too early, or somebody
/// tampered with the row.
public class SealBroken extends RuntimeException {
    public SealBroken(ConnectionId connection) {
        super("the stored tokens of connection " + connection + " cannot be opened with the present key set");
    }
}
