package io.adskull.local.port;

import io.adskull.local.component.Component;
import io.adskull.local.component.Ports;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;

/// A port that a component needs and something else holds.
///
/// @param owner empty when the system does not tell, for instance because it belongs to another user
public record PortConflict(int port, String component, Optional<PortOwner> owner) {

    public static List<PortConflict> of(List<Component> components) {
        return components.stream()
                .flatMap(component -> component.ports().stream()
                        .filter(port -> !isFree(port))
                        .map(port -> new PortConflict(port, component.name(), PortOwner.of(port))))
                .toList();
    }

    /// Tried on all addresses, since a listener on any of them would be in the way.
    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// @param conflicts at least one; the others are counted, since whatever holds one often holds them all
    public static String sentence(List<PortConflict> conflicts) {
        PortConflict first = conflicts.getFirst();
        String others = conflicts.size() == 1 ? "" : " (and so are %d others)".formatted(conflicts.size() - 1);
        return "port %d, which %s needs, is taken by %s%s; stop that or choose other ports, for instance %s=1000 ./adskull up"
                .formatted(
                        first.port(),
                        first.component(),
                        first.owner().map(PortOwner::toString).orElse("a program of another user"),
                        others,
                        Ports.OFFSET_VARIABLE);
    }
}
