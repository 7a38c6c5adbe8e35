package io.adskull.dashboard.library;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/// Whoever asks, by the address that cannot be changed at will: of IPv6 the network, since each home has one.
record Visitor(String address) {
    private static final int NETWORK = 8;

    static Visitor at(String address) {
        try {
            int zone = address.indexOf('%');
            InetAddress read = InetAddress.ofLiteral(zone < 0 ? address : address.substring(0, zone));
            return new Visitor(
                    read instanceof Inet6Address
                            ? HexFormat.of().formatHex(Arrays.copyOf(read.getAddress(), NETWORK))
                            : read.getHostAddress());
        } catch (IllegalArgumentException e) {
            return new Visitor(address);
        }
    }
}
