package io.adskull.dashboard.alerts;

import io.adskull.contract.account.Platform;
import io.adskull.dashboard.notifier.Mute;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A mute as a person would say it, such as "Northwind Kids: rate limited".
public record MuteLine(UUID id, String what, Mute it) {
    /// @param accountName what people call an account
    static MuteLine of(Mute mute, UnaryOperator<String> accountName) {
        Optional<String> account = Optional.ofNullable(mute.account()).map(accountName);
        Optional<String> platform = Optional.ofNullable(mute.platform())
                .map(id -> Platform.find(id).map(Platform::displayName).orElse(id));
        String where = Stream.of(account, platform).flatMap(Optional::stream).collect(Collectors.joining(", "));
        String cause = Optional.ofNullable(mute.cause()).map(RouteLine::cause).orElse("everything");
        return new MuteLine(mute.id(), (where.isEmpty() ? "Every account" : where) + ": " + cause, mute);
    }
}
