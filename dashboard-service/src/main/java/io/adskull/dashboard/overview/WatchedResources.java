package io.adskull.dashboard.overview;

import io.adskull.contract.account.Platform;
import io.adskull.contract.account.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/// Which parts of an account are probed, by platform and kind: `platforms/<platform>/watched.properties`. Of a
/// platform without that file only failing parts are shown, for nothing is known of the others.
@ApplicationScoped
public class WatchedResources {
    private final Map<Platform, Properties> kinds = new EnumMap<>(Platform.class);

    WatchedResources() {
        for (Platform platform : Platform.values()) {
            kinds.put(platform, read("/platforms/" + platform.id() + "/watched.properties"));
        }
    }

    List<Resource> of(Platform platform, String kind) {
        String names = kinds.getOrDefault(platform, new Properties()).getProperty(kind, "");
        return Arrays.stream(names.split(","))
                .filter(name -> !name.isBlank())
                .map(name -> Resource.valueOf(name.strip()))
                .toList();
    }

    private static Properties read(String file) {
        Properties properties = new Properties();
        try (var in = WatchedResources.class.getResourceAsStream(file)) {
            if (in != null) {
                properties.load(in);
            }
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
