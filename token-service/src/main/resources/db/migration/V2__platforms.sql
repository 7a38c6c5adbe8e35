-- By what right a connection reaches an account, and what calls about it must say besides the token.
alter table reached_account
    add column connected_as    text,
    add column call_parameters jsonb not null default '{}';

-- What the exchange needs and the browser must not see (PKCE's verifier, OAuth 1.0a's temporary secret), sealed by the
-- vault for this state.
alter table consent_attempt
    add column sealed_keep bytea;
