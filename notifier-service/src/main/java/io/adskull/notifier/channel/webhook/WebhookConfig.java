package io.adskull.notifier.channel.webhook;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/// Where webhooks may go.
@ConfigMapping(prefix = "adskull.alerts.webhooks")
public interface WebhookConfig {

    /// Networks that webhooks may go to though they are private, such as `10.1.0.0/16`; none unless it is set.
    Optional<List<String>> allowedNetworks();
}
