package io.adskull.local.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adskull.local.Refusal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComponentsTest {

    private static final Home HOME = new Home(Path.of("/project"), Path.of("/state"));

    @Test
    void noTwoComponentsShareAPort() {
        List<Integer> ports = components(Map.of()).all().stream()
                .flatMap(component -> component.ports().stream())
                .toList();

        assertThat(ports).doesNotHaveDuplicates();
    }

    @Test
    void anOffsetMovesEveryPort() {
        var beside = Components.of(HOME, new Ports(1000), Map.of());

        for (int i = 0; i < beside.all().size(); i++) {
            assertThat(beside.all().get(i).ports())
                    .isEqualTo(components(Map.of()).all().get(i).ports().stream()
                            .map(port -> port + 1000)
                            .toList());
        }
    }

    @Test
    void aSystemBesideTheFirstHasItsOwnData() {
        Map<String, String> environment = Map.of("ADSKULL_ROOT", "/project");
        var beside = new HashMap<>(environment);
        beside.put("ADSKULL_PORT_OFFSET", "1000");

        assertThat(Home.from(beside).state())
                .isNotEqualTo(Home.from(environment).state());
    }

    @Test
    void anOffsetThatIsNoNumberIsToldWithItsValue() {
        assertThatThrownBy(() -> Ports.from(Map.of("ADSKULL_PORT_OFFSET", "many")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("ADSKULL_PORT_OFFSET=many");
    }

    @Test
    void onlyWhoSealsGetsAKeyAndEachItsOwn() {
        String keyset = "ADSKULL_VAULT_KEYSET_FILE";
        assertThat(components(Map.of()).all())
                .filteredOn(component -> component.program().environment().containsKey(keyset))
                .extracting(Component::name)
                .containsExactlyInAnyOrder("token-service", "notifier-service");
        assertThat(environmentOf("notifier-service", Map.of()).get(keyset))
                .isNotEqualTo(environmentOf("token-service", Map.of()).get(keyset));
    }

    @Test
    void withoutADeveloperAppTheSimulatorPlaysThePlatforms() {
        assertThat(environmentOf("poller-service", Map.of())).containsEntry("TIKTOK_API_URL", "http://localhost:8090");
    }

    @Test
    void withADeveloperAppThePlatformItselfIsAsked() {
        var real = Map.of("TIKTOK_APP_ID", "7", "TIKTOK_APP_SECRET", "s");

        assertThat(environmentOf("token-service", real)).doesNotContainKey("TIKTOK_API_URL");
    }

    @Test
    void whatAPersonSetsWinsOverTheDemo() {
        assertThat(environmentOf("poller-service", Map.of("ADSKULL_POLL_INTERVAL", "PT1M")))
                .containsEntry("ADSKULL_POLL_INTERVAL", "PT1M");
    }

    @Test
    void oneComponentBringsWhatItNeeds() {
        assertThat(components(Map.of()).only(List.of("notifier-service")).all())
                .extracting(Component::name)
                .containsExactly("kafka", "postgres", "notifier-service");
    }

    private static Map<String, String> environmentOf(String component, Map<String, String> outside) {
        return components(outside).require(component).program().environment();
    }

    private static Components components(Map<String, String> environment) {
        return Components.of(HOME, new Ports(0), environment);
    }
}
