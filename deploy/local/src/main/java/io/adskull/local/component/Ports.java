package io.adskull.local.component;

import io.adskull.local.Refusal;
import java.util.Map;

/// Where each component listens; an offset moves all of them, so that a second system runs beside the first.
///
/// @param offset added to every port, 0 to 50000
public record Ports(int offset) {

    public static final String OFFSET_VARIABLE = "ADSKULL_PORT_OFFSET";

    private static final int LARGEST_OFFSET = 50_000;

    public Ports {
        if (offset < 0 || offset > LARGEST_OFFSET) {
            throw refusal(Integer.toString(offset));
        }
    }

    public static Ports from(Map<String, String> environment) {
        String offset = environment.getOrDefault(OFFSET_VARIABLE, "").strip();
        try {
            return new Ports(offset.isEmpty() ? 0 : Integer.parseInt(offset));
        } catch (NumberFormatException e) {
            throw refusal(offset);
        }
    }

    private static Refusal refusal(String offset) {
        return new Refusal("%s=%s: must be a number from 0 to %d".formatted(OFFSET_VARIABLE, offset, LARGEST_OFFSET));
    }

    public int dashboard() {
        return 8080 + offset;
    }

    public int token() {
        return 8081 + offset;
    }

    public int poller() {
        return 8082 + offset;
    }

    public int classifier() {
        return 8083 + offset;
    }

    public int notifier() {
        return 8084 + offset;
    }

    public int simulator() {
        return 8090 + offset;
    }

    public int smtp() {
        return 8091 + offset;
    }

    public int identity() {
        return 8092 + offset;
    }

    public int postgres() {
        return 8093 + offset;
    }

    public int kafka() {
        return 8094 + offset;
    }

    public int kafkaController() {
        return 8095 + offset;
    }

    /// Address of a component that speaks HTTP.
    public static String http(int port) {
        return "http://localhost:" + port;
    }
}
