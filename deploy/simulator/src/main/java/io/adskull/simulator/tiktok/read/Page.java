package io.adskull.simulator.tiktok.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.adskull.simulator.tiktok.Reply;
import io.adskull.simulator.tiktok.TikTokCall;
import java.util.List;

/// Cuts rows into the page that `page` and `page_size` ask for.
final class Page {
    private static final int DEFAULT_SIZE = 10;

    private Page() {}

    static Reply of(TikTokCall call, String list, List<JsonNode> rows, int largest) {
        int number;
        int size;
        try {
            number = Integer.parseInt(call.parameter("page").orElse("1"));
            size = Integer.parseInt(call.parameter("page_size").orElse(Integer.toString(DEFAULT_SIZE)));
        } catch (NumberFormatException notNumbers) {
            return Reply.invalid("page: Not a valid integer.");
        }
        if (number < 1) {
            return Reply.invalid("page: Must be greater than or equal to 1.");
        }
        if (size < 1 || size > largest) {
            return Reply.invalid("page_size: Must be between 1 and " + largest + ".");
        }
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        ArrayNode page = data.putArray(list);
        rows.stream().skip((number - 1L) * size).limit(size).forEach(page::add);
        data.putObject("page_info")
                .put("page", number)
                .put("page_size", size)
                .put("total_number", rows.size())
                .put("total_page", Math.ceilDiv(rows.size(), size));
        return Reply.ok(data);
    }
}
