package io.adskull.simulator.tiktok.read;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.adskull.simulator.tiktok.Reply;
import io.adskull.simulator.tiktok.TikTokCall;
import io.adskull.simulator.tiktok.demo.Profile;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// `GET /business/get/` and `GET /business/video/list/`: a TikTok account seen with its own token.
/// Both answer with the fields that were asked for, or a small default set.
@Singleton
public final class AccountReads {
    public static final String PROFILE = "/business/get/";
    public static final String VIDEOS = "/business/video/list/";
    private static final List<String> PROFILE_DEFAULT = List.of("display_name", "profile_image");
    private static final List<String> VIDEO_DEFAULT = List.of("item_id");

    private final Clock clock;
    private final AdvertiserInfo lists;

    AccountReads(Clock clock, AdvertiserInfo lists) {
        this.clock = clock;
        this.lists = lists;
    }

    public Reply answer(TikTokCall call, Profile profile) {
        Optional<String> business = call.parameter("business_id");
        if (business.isEmpty()) {
            return Reply.missing("business_id");
        }
        if (!business.get().equals(profile.openId())) {
            return Reply.noPermission("No permission to access this TikTok account.");
        }
        Optional<List<String>> fields = lists.texts(call.parameter("fields").orElse("[]"));
        if (fields.isEmpty()) {
            return Reply.invalid("fields: Not a valid list.");
        }
        return call.path().equals(PROFILE) ? profile(profile, fields.get()) : videos(profile, fields.get());
    }

    private static Reply profile(Profile profile, List<String> fields) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("display_name", profile.displayName());
        data.put("profile_image", "https://p16-sign.tiktokcdn.example/" + profile.username() + ".webp");
        data.put("username", profile.username());
        data.put("is_business_account", true);
        data.put("followers_count", profile.followers());
        data.put("following_count", 212);
        data.put("total_likes", 913_402);
        data.put("videos_count", 2);
        return Reply.ok(data.retain(fields.isEmpty() ? PROFILE_DEFAULT : fields));
    }

    private Reply videos(Profile profile, List<String> fields) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        ArrayNode videos = data.putArray("videos");
        for (int i = 1; i <= 2; i++) {
            String item = "738000000000000000" + i;
            ObjectNode video = JsonNodeFactory.instance.objectNode();
            video.put("item_id", item);
            video.put("caption", i == 1 ? "How we light a still life" : "Behind the lens");
            video.put("thumbnail_url", "https://p16-sign.tiktokcdn.example/" + item + ".jpeg");
            video.put("share_url", "https://www.tiktok.example/@" + profile.username() + "/video/" + item);
            video.put("embed_url", "https://www.tiktok.example/embed/v2/" + item);
            video.put(
                    "create_time",
                    Long.toString(clock.instant().minus(Duration.ofDays(7L * i)).getEpochSecond()));
            video.put("video_views", 20_400 / i);
            video.put("likes", 1_310 / i);
            video.put("comments", 48 / i);
            video.put("shares", 37 / i);
            video.put("reach", 18_001 / i);
            videos.add(video.retain(fields.isEmpty() ? VIDEO_DEFAULT : fields));
        }
        data.put("has_more", false);
        data.put("cursor", clock.millis());
        return Reply.ok(data);
    }
}
