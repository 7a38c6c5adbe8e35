package io.adskull.token.vault;

import io.adskull.contract.account.ConnectionId;
import io.adskull.vault.Vault;
import jakarta.inject.Singleton;

/// Seals the tokens of connections. A sealed row opens only for the connection it was sealed for. Thread-safe.
@Singleton
public class TokenVault {
    private final Vault vault;

    public TokenVault(Vault vault) {
        this.vault = vault;
    }

    /// What every text begins with that the present primary key sealed.
    public byte[] primaryPrefix() {
        return vault.primaryPrefix();
    }

    public byte[] seal(ConnectionId connection, Tokens tokens) {
        return vault.seal(connection.toString(), TokensFormat.write(tokens));
    }

    /// @throws SealBroken when the bytes were sealed for another connection, with a key that is gone, or were
    /// changed
    public Tokens open(ConnectionId connection, byte[] sealed) {
        return vault.open(connection.toString(), sealed)
                .map(TokensFormat::read)
                .orElseThrow(() -> new SealBroken(connection));
    }
}
