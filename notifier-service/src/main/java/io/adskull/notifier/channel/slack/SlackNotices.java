package io.adskull.notifier.channel.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.ButtonElement;
import io.adskull.notifier.channel.Notice;
import io.adskull.notifier.channel.Untrusted;
import java.util.ArrayList;
import java.util.List;

/// Writes a notice in Block Kit, within its limits (docs.slack.dev/reference/block-kit/blocks). Pure.
final class SlackNotices {
    private static final int HEADER = 150;
    private static final int SECTION = 3000;

    private SlackNotices() {}

    static SlackMessage of(Notice notice) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(HeaderBlock.builder()
                .text(plain(Untrusted.cut(notice.title(), HEADER)))
                .build());
        blocks.add(section(Mrkdwn.escaped(notice.text())));
        if (!notice.steps().isEmpty()) {
            blocks.add(section(steps(notice.steps())));
        }
        blocks.add(ActionsBlock.builder()
                .elements(List.of(ButtonElement.builder()
                        .text(plain("Open AdSkull"))
                        .url(notice.link())
                        .actionId("open")
                        .build()))
                .build());
        String spoken = notice.title() + "\n" + notice.text();
        return new SlackMessage(Mrkdwn.text(Mrkdwn.escaped(spoken), SECTION).getText(), blocks);
    }

    private static String steps(List<String> steps) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            text.append(i + 1)
                    .append(". ")
                    .append(Mrkdwn.line(steps.get(i), 600))
                    .append('\n');
        }
        return text.toString().stripTrailing();
    }

    private static SectionBlock section(String mrkdwn) {
        return SectionBlock.builder().text(Mrkdwn.text(mrkdwn, SECTION)).build();
    }

    private static PlainTextObject plain(String text) {
        return PlainTextObject.builder().text(text).emoji(false).build();
    }
}
