package io.adskull.notifier.channel;

import java.util.Optional;

/// Where a person goes from an alert.
///
/// @param incident the dashboard's page about it
/// @param reconnect one click to the platform's consent page; empty where a new consent mends nothing
public record AlertLinks(String incident, Optional<String> reconnect) {}
