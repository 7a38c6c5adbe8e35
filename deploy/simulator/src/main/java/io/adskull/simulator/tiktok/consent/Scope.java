package io.adskull.simulator.tiktok.consent;

import com.fasterxml.jackson.core.type.TypeReference;
import io.adskull.simulator.Yaml;
import java.util.List;

/// A first-level permission of the Marketing API.
public record Scope(String id, String name) {
    /// Every permission an app of ours asks for.
    public static final List<Scope> ALL = Yaml.list("platforms/tiktok/scopes.yaml", new TypeReference<>() {});

    public static final String ACCOUNT_SCOPES =
            "user.info.basic,user.info.username,user.info.stats,user.account.type,user.insights,video.list,"
                    + "video.insights,comment.list";
}
