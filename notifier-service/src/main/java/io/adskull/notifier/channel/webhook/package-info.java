/// Webhooks as Standard Webhooks describes them: signed, repeatable, and to no address of a private network.
@NullMarked
package io.adskull.notifier.channel.webhook;

import org.jspecify.annotations.NullMarked;
