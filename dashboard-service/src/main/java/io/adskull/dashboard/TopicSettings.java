package io.adskull.dashboard;

import io.adskull.contract.Topic;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Where the topics are.
@ConfigMapping(prefix = "adskull")
public interface TopicSettings {

    @WithDefault(Topic.DEFAULT_PREFIX)
    String topicPrefix();
}
