package io.adskull.notifier.channel.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import io.adskull.notifier.channel.Notice;
import java.util.ArrayList;
import java.util.List;

/// Writes a notice in Block Kit, within its limits (docs.slack.dev/reference/block-kit/blocks). Pure.
final class SlackNotices {
    private static final int FALLBACK = 3000;

    private SlackNotices() {}

    static SlackMessage of(Notice notice) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(SlackMessages.header(notice.title()));
        blocks.add(SlackMessages.section(Mrkdwn.escaped(notice.text())));
        if (!notice.steps().isEmpty()) {
            blocks.add(SlackMessages.section(steps(notice.steps())));
        }
        blocks.add(ActionsBlock.builder()
                .elements(List.of(SlackButtons.link("Open AdSkull", notice.link(), "open")))
                .build());
        String spoken = notice.title() + "\n" + notice.text();
        return new SlackMessage(Mrkdwn.text(Mrkdwn.escaped(spoken), FALLBACK).getText(), blocks);
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
}
