package io.adskull.poller.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.adskull.contract.account.Platform;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/// The feeds of all platforms that have one: each is described in its platform's folder. A wrong description stops the
/// start, naming the file.
@Singleton
@Startup
class StatusFeeds {
    private static final ObjectMapper YAML = JsonMapper.builder(new YAMLFactory())
            .addModule(new JavaTimeModule())
            .build();
    private static final Pattern SETTING = Pattern.compile("\\$\\{([a-z0-9.-]+)(?::([^}]*))?}");

    /// One `status-page.yaml`.
    ///
    /// @param feed `${key}` and `${key:default}` stand for settings, so that a local system asks the simulator
    /// @param over regular expressions, in any case
    private record Described(
            @Nullable String feed,
            @Nullable List<String> over,
            @Nullable Duration longest) {}

    private final List<StatusFeed> feeds;

    @Inject
    StatusFeeds(Config config) {
        this(key -> config.getOptionalValue(key, String.class).orElse(""));
    }

    /// @param settings the value of a key, or an empty text
    StatusFeeds(UnaryOperator<String> settings) {
        this.feeds = Arrays.stream(Platform.values())
                .flatMap(platform -> read(platform, settings).stream())
                .toList();
    }

    List<StatusFeed> all() {
        return feeds;
    }

    private static Optional<StatusFeed> read(Platform platform, UnaryOperator<String> settings) {
        String file = "platforms/" + platform.id() + "/status-page.yaml";
        try (InputStream text = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            return text == null ? Optional.empty() : Optional.of(feed(platform, file, text, settings));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    static StatusFeed feed(Platform platform, String file, InputStream text, UnaryOperator<String> settings)
            throws IOException {
        try {
            Described described = YAML.readValue(text, Described.class);
            if (described.feed() == null || described.over() == null || described.longest() == null) {
                throw new IllegalArgumentException("needed are feed, over and longest");
            }
            return new StatusFeed(
                    platform,
                    URI.create(filled(described.feed(), settings)),
                    described.over().stream()
                            .map(words -> Pattern.compile(words, Pattern.CASE_INSENSITIVE))
                            .toList(),
                    described.longest());
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
    }

    private static String filled(String template, UnaryOperator<String> settings) {
        return SETTING.matcher(template)
                .replaceAll(setting -> Matcher.quoteReplacement(value(setting.group(1), setting.group(2), settings)));
    }

    private static String value(String key, @Nullable String otherwise, UnaryOperator<String> settings) {
        String value = settings.apply(key);
        if (value.isEmpty()) {
            value = Optional.ofNullable(otherwise).orElseThrow(() -> new IllegalArgumentException("no setting " + key));
        }
        return value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
    }
}
