package io.adskull.notifier.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedAddressesTest {
    private final AllowedAddresses strict = new AllowedAddresses(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.1.2",
                "localhost",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "2130706433",
                "::1",
                "::",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "fe80::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1"
            })
    void whatOnlyWeCanReachIsRefused(String host) throws UnknownHostException {
        assertThat(strict.of(host)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "8.8.8.8", "172.32.0.1", "192.169.0.1", "100.128.0.1", "2606:4700:4700::1111"})
    void whatEverybodyReachesIsAllowed(String host) throws UnknownHostException {
        assertThat(strict.of(host)).hasValueSatisfying(address -> assertThat(address.getHostAddress())
                .isNotEmpty());
    }

    @Test
    void whatIsAllowedByNameIsAllowed() throws UnknownHostException {
        var own = new AllowedAddresses(List.of("10.1.0.0/16", "fd00::/8"));

        assertThat(own.of("10.1.2.3")).isPresent();
        assertThat(own.of("fd00::1")).isPresent();
        assertThat(own.of("10.2.0.1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.0.0", "everything", "10.1.0.0/99", "/8"})
    void whatIsNoNetworkIsNamed(String network) {
        assertThatThrownBy(() -> new AllowedAddresses(List.of(network)))
                .hasMessageContaining("adskull.alerts.webhooks.allowed-networks")
                .hasMessageContaining(network);
    }
}
