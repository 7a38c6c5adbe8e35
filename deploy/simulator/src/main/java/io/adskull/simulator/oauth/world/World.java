package io.adskull.simulator.oauth.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Everybody on one platform: the logins of `world.yaml`, and on demand `fleet-N`, a login with N ad accounts, and
/// `solo-K`, the K-th of many logins with an ad account of its own.
public final class World {
    private static final Pattern ON_DEMAND = Pattern.compile("(fleet|solo)-([1-9][0-9]{0,4})");
    private static final Pattern LAST_DIGITS = Pattern.compile("(.*?)([0-9]{1,15})");
    private static final long SOLO = 100_000;

    private final Map<String, Login> described = new LinkedHashMap<>();
    private final Map<String, Login> onDemand = new ConcurrentHashMap<>();
    private final String firstAccount;

    /// @param firstAccount id of the first account made on demand; the others count its last digits up
    public World(List<Login> logins, String firstAccount) {
        this.firstAccount = firstAccount;
        logins.forEach(login -> described.put(login.login(), login));
    }

    public List<Login> described() {
        return List.copyOf(described.values());
    }

    public Optional<Login> login(String name) {
        Login known = described.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        Matcher asked = ON_DEMAND.matcher(name);
        return asked.matches()
                ? Optional.of(onDemand.computeIfAbsent(
                        name, ignored -> made(name, asked.group(1).equals("solo"), Integer.parseInt(asked.group(2)))))
                : Optional.empty();
    }

    private Login made(String name, boolean solo, int number) {
        List<AdAccount> accounts = solo
                ? List.of(account("Solo " + number, SOLO + number))
                : IntStream.range(0, number)
                        .mapToObj(i -> account("Fleet " + (i + 1), i))
                        .toList();
        String business = solo ? "Solo " + number : "Fleet of " + number;
        return new Login(name, name, business, "Owner of " + business, name + "@fleet.example", null, null, accounts);
    }

    private AdAccount account(String name, long number) {
        Matcher first = LAST_DIGITS.matcher(firstAccount);
        if (!first.matches()) {
            throw new IllegalStateException("first-account " + firstAccount + " must end in digits");
        }
        String digits = first.group(2);
        String id = Long.toString(Long.parseLong(digits) + number);
        String zeros = "0".repeat(Math.max(0, digits.length() - id.length()));
        return new AdAccount(first.group(1) + zeros + id, name, null, null);
    }
}
