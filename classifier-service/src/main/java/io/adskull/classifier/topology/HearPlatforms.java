package io.adskull.classifier.topology;

import io.adskull.classifier.incident.Transition.Outgoing;
import io.adskull.classifier.wide.PlatformWord;
import io.adskull.classifier.wide.Thresholds;
import io.adskull.classifier.wide.WideFailures;
import io.adskull.classifier.wide.WideNotice;
import io.adskull.contract.EventJson;
import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.remediation.Remediation;
import io.opentelemetry.api.trace.Tracer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jboss.logging.Logger;

/// Hears what the accounts of a platform suffer for reasons beyond their own, makes one incident of it for those who
/// run this service, and tells the accounts that theirs is part of it.
final class HearPlatforms implements Processor<byte[], byte[], byte[], byte[]> {
    private static final Logger LOG = Logger.getLogger(HearPlatforms.class);
    private static final byte[] FAILS = {1};

    private final Thresholds thresholds;
    private final ClassifierMeters.Share share;
    private final TransitionSpan spans;
    private ProcessorContext<byte[], byte[]> context;
    private KeyValueStore<String, byte[]> failures;
    private KeyValueStore<String, byte[]> witnesses;
    private ReportedIncidents reported;

    /// What Kafka hands over with [#init] is there before the first record.
    @SuppressWarnings("NullAway.Init")
    HearPlatforms(Thresholds thresholds, ClassifierMeters meters, Tracer tracer) {
        this.thresholds = thresholds;
        this.share = meters.share();
        this.spans = new TransitionSpan(tracer);
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
        this.failures = context.getStateStore(ClassifierTopology.WIDE_FAILURES);
        this.witnesses = context.getStateStore(ClassifierTopology.OUTAGE_WITNESSES);
        this.reported = new ReportedIncidents(context.getStateStore(ClassifierTopology.REPORTED_INCIDENTS));
        try (KeyValueIterator<String, byte[]> all = failures.all()) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> entry = all.next();
                read(entry.key, entry.value)
                        .open()
                        .forEach(open -> share.add(open.incident().cause()));
            }
        }
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (record.key() == null || record.value() == null) {
            return;
        }
        String platform = new String(record.key(), StandardCharsets.UTF_8);
        try {
            enter(platform, EventJson.read(record.value(), PlatformWord.class), record.timestamp());
        } catch (UnreadableEvent e) {
            LOG.errorf("a word to platform %s is left out: %s", platform, e.getMessage());
        } catch (RuntimeException e) {
            LOG.errorf(e, "a word to platform %s is left out because of a bug", platform);
        }
    }

    @Override
    public void close() {
        share.giveBack();
    }

    private void enter(String platform, PlatformWord word, long timestamp) {
        byte[] known = failures.get(platform);
        WideFailures before = known == null ? WideFailures.none() : read(platform, known);
        WideFailures.Outcome outcome = before.heard(word, thresholds);
        failures.put(platform, EventJson.write(outcome.after()));
        witnesses.put(word.account().toString(), word.outage() ? FAILS : null);
        for (Remediation remediation : outcome.told()) {
            share.count(remediation);
            context.forward(
                    EventRecord.remediation(
                            new Outgoing(reported.witnessed(remediation), Optional.empty()), spans, timestamp),
                    ClassifierTopology.PLATFORM_REMEDIATIONS);
        }
        if (outcome.toAll()) {
            tellAll(platform, word, outcome.after(), timestamp);
        } else if (outcome.toSpeaker()) {
            tell(word.account(), word, outcome.after(), timestamp);
        }
    }

    private void tellAll(String platform, PlatformWord word, WideFailures after, long timestamp) {
        // Account keys begin with the platform and a slash; '0' is what follows a slash.
        try (KeyValueIterator<String, byte[]> all = witnesses.range(platform + "/", platform + "0")) {
            while (all.hasNext()) {
                tell(AccountKey.parse(all.next().key), word, after, timestamp);
            }
        }
    }

    private void tell(AccountKey account, PlatformWord word, WideFailures after, long timestamp) {
        var notice = new WideNotice(account, word.at(), after.outage().orElse(null));
        context.forward(
                EventRecord.plain(account.toString(), new Letter.OfPlatform(notice), timestamp),
                ClassifierTopology.FROM_PLATFORMS);
    }

    private static WideFailures read(String platform, byte[] json) {
        try {
            return EventJson.read(json, WideFailures.class);
        } catch (UnreadableEvent e) {
            LOG.errorf("what failed for platform %s is forgotten: %s", platform, e.getMessage());
            return WideFailures.none();
        }
    }
}
