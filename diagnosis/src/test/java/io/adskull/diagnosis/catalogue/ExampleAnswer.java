package io.adskull.diagnosis.catalogue;

import io.adskull.diagnosis.Answer;
import io.adskull.diagnosis.Bodies;
import java.util.Map;

/// The answer that a rule's example stands for.
final class ExampleAnswer {
    private ExampleAnswer() {}

    static Answer of(Rule rule, String example) {
        for (String surface : new String[] {"login-kit", "account", "gateway"}) {
            if (example.startsWith(surface + ": ")) {
                return on(surface, example.substring(surface.length() + 2));
            }
        }
        String code = rule.when().codes().stream()
                .filter(c -> c.matches("[4-6]\\d{4}") && !rule.when().codes().contains("40002"))
                .findFirst()
                .orElse("40002");
        return Bodies.answer("", 200, envelope(code, example));
    }

    private static Answer on(String surface, String message) {
        return switch (surface) {
            case "login-kit" ->
                Bodies.answer("https://open.tiktokapis.com/v2/user/info/", 400, envelope("other", message));
            case "account" -> Bodies.answer("/open_api/v1.3/business/get/", 200, envelope("40000", message));
            default ->
                Bodies.answer("/open_api/v1.3/campaign/get/", 200, "<html><title>" + message + "</title></html>");
        };
    }

    private static String envelope(String code, String message) {
        String quoted = Bodies.json(Map.of("message", message));
        return quoted.replaceFirst("\\{", "{\"code\":" + (code.matches("\\d+") ? code : "\"" + code + "\"") + ",");
    }
}
