package io.adskull.simulator.tiktok.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.adskull.simulator.tiktok.Caller;
import io.adskull.simulator.tiktok.Reply;
import io.adskull.simulator.tiktok.TikTokCall;
import io.adskull.simulator.tiktok.demo.Advertiser;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// `GET /advertiser/info/`: the only place that shows a suspension. One forbidden id fails the whole batch.
@Singleton
public final class AdvertiserInfo {
    public static final String PATH = "/advertiser/info/";
    public static final String SCOPE = "1";
    private static final long CREATED = 1_716_810_935;

    private final ObjectMapper json;

    AdvertiserInfo(ObjectMapper json) {
        this.json = json;
    }

    public Reply answer(TikTokCall call, Caller caller) {
        Optional<String> given = call.parameter("advertiser_ids");
        if (given.isEmpty()) {
            return Reply.missing("advertiser_ids");
        }
        Optional<List<String>> ids = texts(given.get());
        Optional<List<String>> fields = texts(call.parameter("fields").orElse("[]"));
        if (ids.isEmpty() || fields.isEmpty()) {
            return Reply.invalid((ids.isEmpty() ? "advertiser_ids" : "fields") + ": Not a valid list.");
        }
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        ArrayNode list = data.putArray("list");
        for (String id : ids.get()) {
            Optional<Advertiser> advertiser = caller.advertiser(id);
            if (advertiser.isEmpty()) {
                return Reply.noPermission("No permission to operate advertiser: " + id);
            }
            ObjectNode info = info(advertiser.get(), caller);
            list.add(fields.get().isEmpty() ? info : info.retain(fields.get()));
        }
        return Reply.ok(data);
    }

    /// The elements of a JSON array; nothing when it is none.
    public Optional<List<String>> texts(String array) {
        try {
            return Optional.of(List.of(json.readValue(array, String[].class)));
        } catch (JsonProcessingException | NullPointerException notAList) {
            return Optional.empty();
        }
    }

    private static ObjectNode info(Advertiser advertiser, Caller caller) {
        ObjectNode info = JsonNodeFactory.instance.objectNode();
        info.put("advertiser_id", advertiser.id());
        info.put("name", advertiser.name());
        info.put("status", advertiser.statusOrEnabled());
        info.put("rejection_reason", advertiser.rejectionReason());
        info.put("owner_bc_id", caller.login().bcId());
        info.put("company", caller.login().business());
        info.put("role", "ROLE_ADVERTISER");
        info.put("advertiser_account_type", "AUCTION");
        info.put("balance", 1250.5);
        info.put("currency", "USD");
        info.put("country", "US");
        info.put("timezone", "Etc/GMT+5");
        info.put("display_timezone", "America/New_York");
        info.put("language", "en");
        info.put("industry", advertiser.industry());
        info.put("contacter", caller.login().person());
        info.put("email", caller.login().email().charAt(0) + "***");
        info.putNull("cellphone_number");
        info.putNull("license_no");
        info.put("promotion_area", "0");
        info.put("create_time", CREATED);
        return info;
    }
}
