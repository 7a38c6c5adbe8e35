package io.adskull.simulator.inbox;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Every message that arrived, oldest first. Safe for use by several threads.
@Singleton
public final class Inbox {
    private static final int KEPT = 20_000;

    private final MessageFile file;
    private final LinkedHashMap<String, Message> byId = new LinkedHashMap<>();
    private final BroadcastProcessor<Long> changes = BroadcastProcessor.create();
    private long version;

    Inbox(MessageFile file) {
        this.file = file;
        file.read().forEach(message -> byId.put(message.id(), message));
    }

    /// Returns once the message is kept; a second copy of a mail only counts.
    public void receive(Message arrived) {
        synchronized (byId) {
            Message kept = byId.values().stream()
                    .filter(arrived::isCopyOf)
                    .findFirst()
                    .map(Message::arrivedAgain)
                    .orElse(arrived);
            file.append(kept);
            byId.put(kept.id(), kept);
            if (byId.size() > KEPT) {
                byId.pollFirstEntry();
            }
        }
        changed();
    }

    /// Puts a message in the place of the one with its id.
    ///
    /// @return false where there is none
    public boolean change(Message changed) {
        synchronized (byId) {
            if (!byId.containsKey(changed.id())) {
                return false;
            }
            file.append(changed);
            byId.put(changed.id(), changed);
        }
        changed();
        return true;
    }

    public List<Message> messages(Optional<String> channel, Optional<String> recipient) {
        List<Message> all;
        synchronized (byId) {
            all = new ArrayList<>(byId.values());
        }
        return all.stream()
                .filter(message -> channel.map(message.channel()::equals).orElse(true))
                .filter(message ->
                        recipient.map(message.recipient()::equalsIgnoreCase).orElse(true))
                .toList();
    }

    public void clear() {
        synchronized (byId) {
            file.clear();
            byId.clear();
        }
        changed();
    }

    /// A number whenever something changed; slow readers miss some, never the last.
    public Multi<Long> changes() {
        return changes.onOverflow().dropPreviousItems();
    }

    private void changed() {
        synchronized (changes) {
            changes.onNext(++version);
        }
    }
}
