package io.adskull.dashboard.connections;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.adskull.contract.account.Platform;
import io.adskull.contract.account.Resource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the page says is needed is what the poller's calls need.
class ScopesOfProbesTest {
    /// Known to be lacking: nobody is asked for a scope that writes.
    private static final Map<Platform, Resource> NOT_ASKED_FOR = Map.of(Platform.REDDIT, Resource.AUDIENCES);

    private final NeededScopes needed = new NeededScopes();

    @ParameterizedTest
    @EnumSource
    void whatACallNeedsIsMissedWhereItWasNotGranted(Platform platform) throws IOException {
        JsonNode kinds = yaml("poller-service", platform, "probes.yaml").path("kinds");
        List<JsonNode> endpoints =
                list(yaml("diagnosis", platform, "endpoints.yaml").path("endpoints"));
        for (Map.Entry<String, JsonNode> kind : kinds.properties()) {
            for (JsonNode probe : list(kind.getValue())) {
                Resource resource = Resource.valueOf(probe.path("resource").asText());
                List<String> enough = enough(endpoints, probe.path("path").asText());
                if (!enough.isEmpty() && NOT_ASKED_FOR.get(platform) != resource) {
                    assertThat(missed(platform, kind.getKey(), resource))
                            .as("%s %s %s without %s", platform, kind.getKey(), resource, enough)
                            .isTrue();
                    assertThat(enough)
                            .as("%s %s %s", platform, kind.getKey(), resource)
                            .allSatisfy(scope -> assertThat(needed.beyond(platform, kind.getKey(), List.of(scope)))
                                    .isEmpty());
                }
            }
        }
    }

    private boolean missed(Platform platform, String kind, Resource resource) {
        return needed.against(platform, kind, List.of("none of them")).stream()
                .anyMatch(scope -> !scope.granted() && scope.opens().contains(resource));
    }

    /// The longest path that occurs in the address decides.
    private static List<String> enough(List<JsonNode> endpoints, String path) {
        String address = path.toLowerCase(Locale.ROOT);
        Optional<JsonNode> endpoint = endpoints.stream()
                .filter(one -> address.contains(one.path("path").asText()))
                .max(Comparator.comparingInt(one -> one.path("path").asText().length()));
        return endpoint.map(one -> list(one.path("scope-ids")).stream()
                        .map(JsonNode::asText)
                        .toList())
                .orElse(List.of());
    }

    private static List<JsonNode> list(JsonNode array) {
        return new ArrayList<>(StreamSupport.stream(array.spliterator(), false).toList());
    }

    private static JsonNode yaml(String module, Platform platform, String file) throws IOException {
        return new YAMLMapper()
                .readTree(Path.of("..", module, "src", "main", "resources", "platforms", platform.id(), file)
                        .toFile());
    }
}
