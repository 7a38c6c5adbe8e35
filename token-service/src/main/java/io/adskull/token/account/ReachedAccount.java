package io.adskull.token.account;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectionId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/// An ad account that a connection's tokens reach.
@Entity
@Table(name = "reached_account")
@IdClass(ReachedAccount.Key.class)
public class ReachedAccount {
    @Id
    @Column(name = "connection_id")
    private UUID connectionId;

    @Id
    @Column(name = "account_key")
    private String accountKey;

    private String name;

    /// For Hibernate.
    @SuppressWarnings("NullAway.Init")
    protected ReachedAccount() {}

    ReachedAccount(ConnectionId connection, AccountKey account, String name) {
        this.connectionId = connection.value();
        this.accountKey = account.toString();
        this.name = name;
    }

    void called(String newName) {
        name = newName;
    }

    public AccountKey account() {
        return AccountKey.parse(accountKey);
    }

    public ConnectionId connection() {
        return new ConnectionId(connectionId);
    }

    public String name() {
        return name;
    }

    /// For Hibernate.
    public record Key(UUID connectionId, String accountKey) implements Serializable {}
}
