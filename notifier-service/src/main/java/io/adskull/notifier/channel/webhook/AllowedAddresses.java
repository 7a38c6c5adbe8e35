package io.adskull.notifier.channel.webhook;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which addresses a webhook may go to. Whoever may name one must not make us call what only we can reach: private
/// networks, this machine, a cloud's metadata. The address that was looked at is the one that is connected to; a
/// name that is resolved again could have moved meanwhile.
final class AllowedAddresses {
    /// No name, which would be looked up.
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f:.]*[.:][0-9A-Fa-f:.]*");

    /// IANA's special-purpose registries (iana.org/assignments/iana-ipv4-special-registry and -ipv6-): what is not
    /// globally reachable, and what carries an IPv4 address within an IPv6 one.
    private static final List<IpSubnetFilterRule> NOT_GLOBAL = rules(List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "::/96",
            "64:ff9b::/96",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8"));

    private final List<IpSubnetFilterRule> allowed;

    /// @param networks that are allowed though they are private, such as `10.1.0.0/16`
    /// @throws IllegalArgumentException when one of them is none; the text names it
    AllowedAddresses(List<String> networks) {
        this.allowed = rules(networks);
    }

    /// Where a host may be reached; empty when none of its addresses is allowed.
    ///
    /// @throws UnknownHostException when it has none
    Optional<InetAddress> of(String host) throws UnknownHostException {
        return Stream.of(InetAddress.getAllByName(host)).filter(this::allows).findFirst();
    }

    private boolean allows(InetAddress address) {
        var place = new InetSocketAddress(address, 0);
        boolean global = NOT_GLOBAL.stream().noneMatch(rule -> rule.matches(place)) && !isScoped(address);
        return global || allowed.stream().anyMatch(rule -> rule.matches(place));
    }

    private static boolean isScoped(InetAddress address) {
        return address instanceof Inet6Address v6 && v6.getScopeId() != 0;
    }

    private static List<IpSubnetFilterRule> rules(List<String> networks) {
        return networks.stream().map(AllowedAddresses::rule).toList();
    }

    private static IpSubnetFilterRule rule(String network) {
        String[] parts = network.strip().split("/");
        if (parts.length == 2 && ADDRESS.matcher(parts[0]).matches()) {
            try {
                return new IpSubnetFilterRule(parts[0], Integer.parseInt(parts[1]), IpFilterRuleType.REJECT);
            } catch (IllegalArgumentException e) {
                throw refused(network, e);
            }
        }
        throw refused(network, null);
    }

    private static IllegalArgumentException refused(String network, @Nullable Exception why) {
        return new IllegalArgumentException(
                "adskull.alerts.webhooks.allowed-networks has \"" + network
                        + "\", which is no network such as 10.1.0.0/16",
                why);
    }
}
