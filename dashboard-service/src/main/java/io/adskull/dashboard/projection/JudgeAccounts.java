package io.adskull.dashboard.projection;

import java.sql.SQLException;
import java.util.UUID;

/// Keeps the health in an account's row up with its open incidents and its connection. What decides it comes by
/// several topics at once, so each writer first locks what the others might be about to write.
final class JudgeAccounts {
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(current_schema() || ?, 0))";
    /// Most events change nobody's health: then no row is written, and no index.
    private static final String HEALTH = """
            update account set health = judged.health from (
                select account_key, least(
                    coalesce((select min(incident.health) from incident
                              where incident.account_key = account.account_key and incident.tenant = account.tenant
                                  and incident.state = 'OPEN'), 3),
                    case when exists (select from connection
                                      where connection.connection_id = account.connection_id
                                          and connection.tenant = account.tenant
                                          and connection.gives_no_access) then 0 else 3 end) as health
                from account where %s = ?) as judged
            where account.account_key = judged.account_key and account.health <> judged.health
            """;
    private static final String LOCK_ACCOUNT = "select from account where account_key = ? for update";
    private static final String OF_ACCOUNT = HEALTH.formatted("account_key");
    private static final String LOCK_ACCOUNTS =
            "select from account where connection_id = ? order by account_key for update";
    private static final String OF_CONNECTION = HEALTH.formatted("connection_id");

    private JudgeAccounts() {}

    /// To be called before anything else is written about the account, even where it is not connected yet.
    static void lockAccount(ReadModel readModel, String account) throws SQLException {
        readModel.run(LOCK, account);
    }

    /// To be called before the connection, or an account's place in it, is written.
    static void lockConnection(ReadModel readModel, UUID connection) throws SQLException {
        readModel.run(LOCK, connection.toString());
    }

    /// The row is locked by a statement of its own: only the next one sees what was committed meanwhile.
    static void ofAccount(ReadModel readModel, String account) throws SQLException {
        readModel.run(LOCK_ACCOUNT, account);
        readModel.write(OF_ACCOUNT, account);
    }

    static void ofConnection(ReadModel readModel, UUID connection) throws SQLException {
        readModel.run(LOCK_ACCOUNTS, connection);
        readModel.write(OF_CONNECTION, connection);
    }
}
