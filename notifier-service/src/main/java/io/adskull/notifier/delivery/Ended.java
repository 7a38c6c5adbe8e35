package io.adskull.notifier.delivery;

import io.adskull.notifier.channel.Outcome;

/// How an attempt to send a message ended.
record Ended(Claimed message, Outcome outcome) {}
