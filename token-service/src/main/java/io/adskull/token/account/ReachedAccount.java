package io.adskull.token.account;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectionId;
import io.adskull.token.platform.GrantedAccount;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

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

    @Column(name = "connected_as")
    private @Nullable String connectedAs;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "call_parameters")
    private Map<String, String> callParameters;

    /// For Hibernate.
    @SuppressWarnings("NullAway.Init")
    protected ReachedAccount() {}

    @SuppressWarnings("NullAway.Init")
    ReachedAccount(ConnectionId connection, GrantedAccount granted) {
        this.connectionId = connection.value();
        this.accountKey = granted.key().toString();
        granted(granted);
    }

    /// What the newest consent says about it.
    final void granted(GrantedAccount granted) {
        name = granted.name();
        connectedAs = granted.connectedAs().orElse(null);
        callParameters = granted.callParameters();
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

    Optional<String> connectedAs() {
        return Optional.ofNullable(connectedAs);
    }

    Map<String, String> callParameters() {
        return Map.copyOf(callParameters);
    }

    /// For Hibernate.
    public record Key(UUID connectionId, String accountKey) implements Serializable {}
}
