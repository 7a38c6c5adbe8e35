package io.adskull.simulator.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A failure with a name, as `platforms/<platform>/scenarios.yaml` describes it.
///
/// @param what one sentence for people
/// @param account who it hits when the order names nobody; null means every account
/// @param faults as `POST /simulator/faults` takes them, with `{account}` and `{request_id}` to be filled in
public record Scenario(String name, String what, @Nullable String account, List<JsonNode> faults) {

    /// A failure of any token endpoint, as one platform's.
    Scenario at(String platform, String tokenPath) {
        List<JsonNode> theirs = faults.stream()
                .map(fault -> filled(fault, "{token_path}", tokenPath))
                .toList();
        return new Scenario(platform + "-" + name, what, account, theirs);
    }

    static JsonNode filled(JsonNode template, String placeholder, String value) {
        if (template instanceof TextNode text) {
            return TextNode.valueOf(text.textValue().replace(placeholder, value));
        }
        JsonNode copy = template.deepCopy();
        if (copy instanceof ObjectNode object) {
            object.fieldNames()
                    .forEachRemaining(name -> object.replace(name, filled(object.get(name), placeholder, value)));
        } else if (copy instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, filled(array.get(i), placeholder, value));
            }
        }
        return copy;
    }
}
