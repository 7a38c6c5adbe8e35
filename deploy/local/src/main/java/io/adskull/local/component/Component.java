package io.adskull.local.component;

import java.util.List;
import java.util.Set;

/// One process of the system.
///
/// @param name how people call it, also the name of its log
/// @param ports must be free before it starts
/// @param faces what it offers; usually one, named like the component
/// @param readiness tells whether it does its work
/// @param needs components that must be ready before this one starts
public record Component(
        String name, List<Integer> ports, List<Face> faces, Readiness readiness, Program program, Set<String> needs) {

    /// @param url where a person or program finds it
    public record Face(String name, String url) {}

    public Component {
        ports = List.copyOf(ports);
        faces = List.copyOf(faces);
        needs = Set.copyOf(needs);
    }

    /// What others stand on is stopped last.
    public boolean isService() {
        return name.endsWith("-service");
    }
}
