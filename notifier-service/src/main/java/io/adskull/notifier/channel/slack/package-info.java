/// An alert as Slack shows it, posted to an incoming webhook.
@NullMarked
package io.adskull.notifier.channel.slack;

import org.jspecify.annotations.NullMarked;
