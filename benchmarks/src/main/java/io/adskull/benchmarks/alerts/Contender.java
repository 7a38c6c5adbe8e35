package io.adskull.benchmarks.alerts;

/// A program that is told of alerts and sends them on.
interface Contender extends AutoCloseable {
    String name();

    /// Tells it of one alert, each of a group of its own; does not wait.
    void tell(int alert);

    @Override
    void close();
}
