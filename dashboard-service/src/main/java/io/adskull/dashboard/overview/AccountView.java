package io.adskull.dashboard.overview;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.Platform;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One connected account and how it is; also its JSON.
///
/// @param openIncidents how many incidents are open
/// @param since since when its health is what it is
/// @param permissions by part of the account, those that are probed and those that fail
/// @param connection null until something was heard of its credentials
public record AccountView(
        AccountKey key,
        Platform platform,
        String accountId,
        String name,
        String businessName,
        String kind,
        UUID connectionId,
        Health health,
        int openIncidents,
        Instant since,
        List<Permission> permissions,
        @Nullable ConnectionView connection) {}
