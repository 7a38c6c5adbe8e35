/// Slack's incoming webhooks: checks a payload as Slack does, shows it as Slack does.
@NullMarked
package io.adskull.simulator.inbox.slack;

import org.jspecify.annotations.NullMarked;
