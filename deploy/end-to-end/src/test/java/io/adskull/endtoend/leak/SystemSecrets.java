package io.adskull.endtoend.leak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.adskull.contract.account.Platform;
import io.adskull.endtoend.system.RunningSystem;
import io.adskull.local.component.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Everything that this system holds and may show nobody.
record SystemSecrets(RunningSystem system) {
    /// The end of each code and token is a signature of its own; a token secret of X is no longer than that.
    private static final Pattern SIGNATURE = Pattern.compile("[0-9a-f]{32}$");

    /// Not the passwords: the database's is PostgreSQL's word for itself, which stands everywhere.
    private static final Pattern HANDED_OUT = Pattern.compile(".*(SECRET|DEVELOPER_TOKEN)");

    private static final int VAULT_KEY = 32;

    /// Codes, tokens and token secrets that the simulator gave in the name of a platform.
    List<Secret> issued() {
        List<Secret> secrets = new ArrayList<>();
        for (Platform platform : Platform.values()) {
            system.text(system.simulator("/simulator/tokens?platform=" + platform.id()))
                    .lines()
                    .flatMap(line -> SIGNATURE.matcher(line).results())
                    .map(MatchResult::group)
                    .distinct()
                    .forEach(end -> secrets.add(Secret.of(platform.id() + " #" + (secrets.size() + 1), end)));
        }
        return secrets;
    }

    /// Those of our apps at the platforms, developer tokens, and with what services sign in at the identity provider.
    List<Secret> handedToServices() {
        Map<String, Secret> byValue = new LinkedHashMap<>();
        system.program().all().stream()
                .filter(Component::isService)
                .flatMap(service -> service.program().environment().entrySet().stream())
                .filter(variable -> HANDED_OUT.matcher(variable.getKey()).matches())
                .forEach(variable ->
                        byValue.putIfAbsent(variable.getValue(), Secret.of(variable.getKey(), variable.getValue())));
        return List.copyOf(byValue.values());
    }

    /// What the vault seals with, and what links are signed with.
    List<Secret> keys() throws IOException {
        List<Secret> keys = new ArrayList<>();
        for (Path file : List.of(system.home().keyset(), system.home().channelsKeyset())) {
            JsonNode keyset = new ObjectMapper().readTree(file.toFile());
            for (JsonNode key : keyset.path("key")) {
                // Tink writes the key's bytes last in what it calls its value.
                byte[] value = Base64.getDecoder()
                        .decode(key.path("keyData").path("value").asText());
                keys.add(new Secret(
                        "vault key " + key.path("keyId").asText(),
                        Arrays.copyOfRange(value, value.length - VAULT_KEY, value.length)));
            }
        }
        String ticketKey = Files.readString(system.home().ticketKey()).strip();
        keys.add(new Secret("ticket key", Base64.getDecoder().decode(ticketKey)));
        return keys;
    }
}
