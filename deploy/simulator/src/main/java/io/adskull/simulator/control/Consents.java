package io.adskull.simulator.control;

import java.util.List;

/// The consents given at one platform.
public interface Consents {
    /// Of the platform.
    String name();

    /// Every consent given until now by them is dead, with everything that descends from it.
    void withdraw(Whose whose);

    /// Every consent given until now by them keeps only these scopes.
    void narrow(Whose whose, List<String> scopes);

    Counts counts();
}
