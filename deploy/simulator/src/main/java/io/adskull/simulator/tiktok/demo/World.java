package io.adskull.simulator.tiktok.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import io.adskull.simulator.Yaml;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Everybody on the simulated TikTok: the logins of `world.yaml`, and on demand fleets of any size and any number of
/// owners of one TikTok account (`solo-K`).
@Singleton
public final class World {
    private static final Pattern FLEET = Pattern.compile("fleet-([1-9][0-9]{0,4})");
    private static final Pattern SOLO = Pattern.compile("solo-([1-9][0-9]{0,4})");
    private static final long FIRST_OF_FLEET = 7_100_000_000_000_000_001L;

    private final Map<String, Login> described = new LinkedHashMap<>();
    private final Map<String, Login> onDemand = new ConcurrentHashMap<>();
    private final Map<Refusal, AtomicInteger> refused = new ConcurrentHashMap<>();

    World() {
        Yaml.list("platforms/tiktok/world.yaml", new TypeReference<List<Login.Described>>() {}).stream()
                .map(Login::of)
                .forEach(login -> described.put(login.login(), login));
    }

    public List<Login> described() {
        return List.copyOf(described.values());
    }

    public Optional<Login> login(String name) {
        Login known = described.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        Matcher fleet = FLEET.matcher(name);
        if (fleet.matches()) {
            return Optional.of(
                    onDemand.computeIfAbsent(name, ignored -> fleet(name, Integer.parseInt(fleet.group(1)))));
        }
        Matcher solo = SOLO.matcher(name);
        return solo.matches()
                ? Optional.of(onDemand.computeIfAbsent(name, ignored -> solo(name, solo.group(1))))
                : Optional.empty();
    }

    /// What the account answers this call with by nature, if anything; counts the call.
    public Optional<Refusal> refusal(Advertiser advertiser, String path) {
        if (advertiser.refusals() == null) {
            return Optional.empty();
        }
        return advertiser.refusals().stream()
                .filter(refusal -> refusal.path() == null || refusal.path().equals(path))
                .filter(this::stillRefuses)
                .findFirst();
    }

    private boolean stillRefuses(Refusal refusal) {
        return refusal.times() == null
                || refused.computeIfAbsent(refusal, ignored -> new AtomicInteger())
                                .incrementAndGet()
                        <= refusal.times();
    }

    private static Login solo(String name, String number) {
        var profile = new Profile("_000SoloOpenId" + number, "solo" + number, "Solo " + number, 100);
        return new Login(
                name,
                "Solo " + number,
                "Owner of Solo " + number,
                name + "@fleet.example",
                null,
                false,
                profile,
                Map.of());
    }

    private static Login fleet(String name, int size) {
        Map<String, Advertiser> byId = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            String id = Long.toString(FIRST_OF_FLEET + i);
            byId.put(id, new Advertiser(id, "Fleet " + (i + 1), null, null, null, null));
        }
        return new Login(
                name,
                "Fleet of " + size,
                "Fleet Owner",
                "owner@fleet.example",
                "7100000000000000000",
                false,
                null,
                byId);
    }
}
