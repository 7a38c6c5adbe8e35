package io.adskull.notifier.channel.slack;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.slack.api.model.block.ContextBlockElement;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.TextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.util.json.GsonBlockElementFactory;
import com.slack.api.util.json.GsonContextBlockElementFactory;
import com.slack.api.util.json.GsonLayoutBlockFactory;
import com.slack.api.util.json.GsonTextObjectFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is posted to an incoming webhook, or by a bot.
///
/// @param text what notifications and screen readers say; Slack shows `blocks` instead where it can
public record SlackMessage(String text, List<LayoutBlock> blocks) {
    private static final Gson GSON = new GsonBuilder()
            .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
            .disableHtmlEscaping()
            .registerTypeAdapter(LayoutBlock.class, new GsonLayoutBlockFactory())
            .registerTypeAdapter(BlockElement.class, new GsonBlockElementFactory())
            .registerTypeAdapter(ContextBlockElement.class, new GsonContextBlockElementFactory())
            .registerTypeAdapter(TextObject.class, new GsonTextObjectFactory())
            .create();

    private static final Gson FOR_PEOPLE = GSON.newBuilder().setPrettyPrinting().create();

    public SlackMessage {
        blocks = List.copyOf(blocks);
    }

    /// As it is posted, in lines.
    public String json() {
        return FOR_PEOPLE.toJson(body());
    }

    String posted() {
        return GSON.toJson(body());
    }

    private Body body() {
        return new Body(text, blocks, false, false);
    }

    /// @param channel its id or name
    String posted(String channel) {
        return GSON.toJson(new Posted(channel, null, null, text, blocks, false, false));
    }

    /// @param broadcast whether the whole channel sees it, and not only who follows the thread
    String replyTo(SlackReceipt first, boolean broadcast) {
        return GSON.toJson(new Posted(first.channel(), first.ts(), broadcast, text, blocks, false, false));
    }

    String inPlaceOf(SlackReceipt first) {
        return GSON.toJson(new Changed(first.channel(), first.ts(), text, blocks));
    }

    /// @param unfurlLinks false: a preview of the platform's page would bury the steps
    private record Body(String text, List<LayoutBlock> blocks, boolean unfurlLinks, boolean unfurlMedia) {}

    private record Posted(
            String channel,
            @Nullable String threadTs,
            @Nullable Boolean replyBroadcast,
            String text,
            List<LayoutBlock> blocks,
            boolean unfurlLinks,
            boolean unfurlMedia) {}

    private record Changed(String channel, String ts, String text, List<LayoutBlock> blocks) {}
}
